package bongsu.verticles.feed;

import bongsu.verticles.access.Access;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** One event loop's MQTT endpoint; deploy several, they share the port. */
@SuppressWarnings("NullAway.Init") // start() makes what needs the event loop
public final class FeedVerticle extends VerticleBase {
  private final String host;
  private final int port;
  private final Access access;
  private final Feeds feeds;
  private MqttDoor mqtt;

  public FeedVerticle(String host, int port, Access access, Feeds feeds) {
    this.host = host;
    this.port = port;
    this.access = access;
    this.feeds = feeds;
  }

  @Override
  public Future<?> start() {
    mqtt = new MqttDoor(vertx, host, port, access, feeds.door(vertx));
    return mqtt.open();
  }

  @Override
  public Future<?> stop() {
    return mqtt.close();
  }
}

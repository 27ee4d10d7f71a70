package bongsu.verticles.feed;

import bongsu.verticles.access.Access;
import bongsu.verticles.web.Listening;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** One event loop's MQTT endpoint; deploy several, they share the port. */
@SuppressWarnings("NullAway.Init") // start() makes what needs the event loop
public final class FeedVerticle extends VerticleBase {
  private final Listening listening;
  private final Access access;
  private final Feeds feeds;
  private MqttDoor mqtt;

  public FeedVerticle(Listening listening, Access access, Feeds feeds) {
    this.listening = listening;
    this.access = access;
    this.feeds = feeds;
  }

  @Override
  public Future<?> start() {
    mqtt = new MqttDoor(vertx, listening, access, feeds);
    return mqtt.open();
  }

  @Override
  public Future<?> stop() {
    return mqtt.close();
  }
}

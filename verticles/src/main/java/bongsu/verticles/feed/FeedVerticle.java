package bongsu.verticles.feed;

import bongsu.verticles.access.Tokens;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** One event loop's MQTT endpoint; deploy several, they share the port. */
public final class FeedVerticle extends VerticleBase {
  private final String host;
  private final int port;
  private final Tokens tokens;
  private final Feeds feeds;
  private MqttDoor mqtt;

  public FeedVerticle(String host, int port, Tokens tokens, Feeds feeds) {
    this.host = host;
    this.port = port;
    this.tokens = tokens;
    this.feeds = feeds;
  }

  @Override
  public Future<?> start() {
    mqtt = new MqttDoor(vertx, host, port, tokens, feeds.door(vertx));
    return mqtt.open();
  }

  @Override
  public Future<?> stop() {
    return mqtt.close();
  }
}

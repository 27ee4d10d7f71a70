package bongsu.ops.city;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One feed's connection over MQTT 3.1.1 that never loses an event: what was not acknowledged when a
 * connection ended is sent again on the next, first.
 */
final class ResendingFeed {
  private static final int MOST_IN_FLIGHT = 200;

  /** Ids of what was acknowledged, in that order. */
  final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  private final Vertx vertx;
  private final RunningCity city;
  private final Deque<JsonNode> waiting = new ArrayDeque<>();
  private final Deque<JsonNode> inFlight = new ArrayDeque<>();
  private MqttClient client;
  private volatile int open;
  private boolean closed;

  /** To be made and used on one event loop. */
  ResendingFeed(Vertx vertx, RunningCity city) {
    this.vertx = vertx;
    this.city = city;
    connect();
  }

  void send(JsonNode event) {
    waiting.add(event);
    open++;
    flush();
  }

  /** Whether all that was sent is acknowledged. Any thread. */
  boolean isAnswered() {
    return open == 0;
  }

  private void flush() {
    while (client != null && inFlight.size() < MOST_IN_FLIGHT && !waiting.isEmpty()) {
      JsonNode event = waiting.poll();
      inFlight.add(event);
      String topic = "bongsu/v1/events/" + event.path("source").asText();
      client.publish(topic, Buffer.buffer(event.toString()), MqttQoS.AT_LEAST_ONCE, false, false);
    }
  }

  private void connect() {
    MqttClient next = MqttClient.create(
        vertx,
        new MqttClientOptions()
            .setUsername("feed")
            .setPassword(city.feed)
            .setMaxInflightQueue(MOST_IN_FLIGHT));
    next.publishCompletionHandler(id -> onAcknowledged());
    next.closeHandler(gone -> onClosed(next));
    next.exceptionHandler(broken -> {});
    next.connect(city.mqttPort, "127.0.0.1").onComplete(done -> {
      if (done.failed()) vertx.setTimer(100, later -> connect());
      else {
        client = next;
        flush();
      }
    });
  }

  void close() {
    closed = true;
    if (client != null) client.disconnect();
  }

  /** They come in the order in which the messages were sent. */
  private void onAcknowledged() {
    acknowledged.add(inFlight.poll().path("eventId").asText());
    open--;
    flush();
  }

  private void onClosed(MqttClient gone) {
    if (client != gone || closed) return;
    client = null;
    while (!inFlight.isEmpty()) waiting.addFirst(inFlight.pollLast());
    connect();
  }
}

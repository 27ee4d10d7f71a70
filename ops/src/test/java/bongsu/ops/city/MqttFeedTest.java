package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.city.Mqtt5Feed.Ack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.MqttConnectionException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The MQTT door of a running city, MQTT 5 and 3.1.1. */
class MqttFeedTest {
  private static final RunningCity CITY = OneNodeCity.get();
  private static final int PAYLOAD_FORMAT_INVALID = 0x99;
  private static final int NOT_AUTHORIZED = 0x87;

  private static String stored(String eventId) {
    return CITY.one("select count(*) from event where event_id = '" + eventId + "'");
  }

  @Test
  void anAcknowledgedCallIsAnIncidentOnTheScreensWithinSeconds() throws Exception {
    String receiptNo = Events.unique("119");
    try (LiveClient screen = LiveClient.open(CITY);
        Mqtt5Feed feed = new Mqtt5Feed(CITY, CITY.feed)) {
      long seen = screen.seq();
      int id = feed.publish(Events.fire(receiptNo));
      assertEquals(List.of(new Ack(id, 0)), feed.acks(1));
      assertEquals(
          "1", CITY.one("select count(*) from call_event where subject = '" + receiptNo + "'"));
      JsonNode incident = screen.awaitIncident(
          "the fire",
          i -> i.path("seq").asLong() > seen && i.path("calls").path("119").asInt() == 1);
      assertEquals("fire", incident.path("kind").asText());
      assertEquals("open", incident.path("state").asText());
    }
  }

  @Test
  void acknowledgementsComeInTheOrderOfReceiptWithFiveHundredInFlight() throws Exception {
    List<Ack> expected = new ArrayList<>();
    try (Mqtt5Feed feed = new Mqtt5Feed(CITY, CITY.feed)) {
      for (int i = 0; i < 500; i++) {
        JsonNode event = i % 50 == 7
            ? Events.fire(Events.unique("119"))
            : Events.reading("PM-" + i, i % 50 == 9 ? "nonsense" : "pm10Ugm3", i);
        expected.add(new Ack(feed.publish(event), i % 50 == 9 ? PAYLOAD_FORMAT_INVALID : 0));
      }
      assertEquals(expected, feed.acks(500));
    }
  }

  @Test
  void aRefusedEventIsAcknowledgedWithTheReasonAndNotKept() throws Exception {
    ObjectNode broken = Events.reading("WL-1", "waterLevelM", 3).put("value", "deep");
    ObjectNode foreign = Events.reading("WL-1", "waterLevelM", 3).put("source", "somebody-else");
    ObjectNode elsewhere = Events.reading("WL-1", "waterLevelM", 3);
    try (Mqtt5Feed feed = new Mqtt5Feed(CITY, CITY.feed)) {
      feed.publish(broken);
      feed.publish(foreign);
      feed.publish("bongsu/v1/sensors/WL-2", CityClient.bytes(elsewhere));
      feed.publish("bongsu/v1/events/water", "{\"type\":".getBytes(StandardCharsets.UTF_8));
      assertEquals(
          List.of(
              new Ack(1, PAYLOAD_FORMAT_INVALID),
              new Ack(2, NOT_AUTHORIZED),
              new Ack(3, PAYLOAD_FORMAT_INVALID),
              new Ack(4, PAYLOAD_FORMAT_INVALID)),
          feed.acks(4));
    }
    for (JsonNode refused : List.of(broken, foreign, elsewhere))
      assertEquals("0", stored(refused.path("eventId").asText()));
  }

  @Test
  void theTopicOfAnAssetTakesItsOwnReadings() throws Exception {
    ObjectNode reading = Events.reading("WL-7", "waterLevelM", 0.4);
    try (Mqtt5Feed feed = new Mqtt5Feed(CITY, CITY.feed)) {
      feed.publish("bongsu/v1/sensors/WL-7", CityClient.bytes(reading));
      assertEquals(List.of(new Ack(1, 0)), feed.acks(1));
    }
    assertEquals("1", stored(reading.path("eventId").asText()));
  }

  @Test
  void aWrongPasswordIsRefusedAndARightOneAcknowledgesIn311() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      ExecutionException refused = org.junit.jupiter.api.Assertions.assertThrows(
          ExecutionException.class, () -> connect(vertx, CITY.feed + "x"));
      assertTrue(refused.getCause() instanceof MqttConnectionException, "" + refused.getCause());
      ObjectNode reading = Events.reading("PM-1", "pm10Ugm3", 30);
      MqttClient client = connect(vertx, CITY.feed);
      CompletableFuture<Integer> acked = new CompletableFuture<>();
      client.publishCompletionHandler(acked::complete);
      Buffer payload = Buffer.buffer(reading.toString());
      client.publish("bongsu/v1/events/water", payload, MqttQoS.AT_LEAST_ONCE, false, false);
      acked.get(30, TimeUnit.SECONDS);
      assertEquals("1", stored(reading.path("eventId").asText()));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static MqttClient connect(Vertx vertx, String token) throws Exception {
    MqttClient client =
        MqttClient.create(vertx, new MqttClientOptions().setUsername("feed").setPassword(token));
    client
        .connect(CITY.mqttPort, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
    return client;
  }
}

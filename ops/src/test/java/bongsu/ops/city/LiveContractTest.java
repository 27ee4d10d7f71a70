package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.ops.contract.Contract;
import bongsu.ops.contract.FullEvents;
import bongsu.ops.contract.Mutants;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The WebSocket and MQTT of a running city against {@code asyncapi.yaml}. */
class LiveContractTest {
  private static final RunningCity CITY = OneNodeCity.get();
  private static final JsonNode API = Contract.read("asyncapi.yaml");
  private static final int PAYLOAD_FORMAT_INVALID = 0x99;
  private static final int SUCCESS = 0;

  /** A signal says nowhere where it is, so only one that is registered is shown. */
  private static final String JUNCTION =
      CITY.one("select id from asset where kind = 'junction' order by id limit 1");

  /** Whose latest each layer shows, and as what. */
  private static final Map<String, Class<? extends CityEvent>> LAYERS = Map.of(
      "units", UnitPosition.class,
      "sensors", SensorReading.class,
      "signals", SignalStatus.class,
      "cameras", CameraEvent.class);

  private static ObjectNode now(Class<? extends CityEvent> type) {
    ObjectNode event = FullEvents.of(type)
        .put("source", "water")
        .put("eventId", Events.unique("live"))
        .put("observedAt", Instant.now().toString());
    return type == SignalStatus.class ? event.put("junctionId", JUNCTION) : event;
  }

  @Test
  void everyMessageIsAsDescribedAndEveryFieldComes() throws Exception {
    CityClient feed = new CityClient(CITY, CITY.feed);
    try (LiveClient screen = LiveClient.open(CITY)) {
      for (var type : LAYERS.values()) feed.sendEvents(now(type));
      feed.sendEvents(Events.fire(Events.unique("119")));
      for (String part : List.of("units", "sensors", "signals", "cameras", "incidents", "status"))
        screen.await("a delta with " + part, m -> isDelta(m) && m.has(part));
      for (JsonNode message : screen.messages())
        assertEquals(
            List.of(),
            Contract.strictObjections(isDelta(message) ? "LiveDelta" : "LiveSnapshot", message));
      LAYERS.forEach((layer, type) -> assertEquals(
          fields("Live" + layer.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
              + layer.substring(1, layer.length() - 1)),
          names(latest(screen, layer, type))));
    }
  }

  private static boolean isDelta(JsonNode message) {
    return message.path("type").asText().equals("delta");
  }

  private static JsonNode latest(LiveClient screen, String layer, Class<? extends CityEvent> type) {
    String subject =
        switch (layer) {
          case "units" -> "unitId";
          case "sensors" -> "sensorId";
          case "signals" -> "junctionId";
          default -> "cameraId";
        };
    String id = now(type).path(subject).asText();
    return screen.messages().stream()
        .filter(LiveContractTest::isDelta)
        .flatMap(m -> {
          List<JsonNode> things = new ArrayList<>();
          m.path(layer).forEach(things::add);
          return things.stream();
        })
        .filter(thing -> thing.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> fields(String schema) {
    Set<String> fields = new TreeSet<>();
    Contract.read("schemas/" + schema + ".json")
        .path("properties")
        .fieldNames()
        .forEachRemaining(fields::add);
    return fields;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void schemaAndCityAgreeOnEveryMutantOfAWatch() throws Exception {
    JsonNode good = CityClient.JSON.readTree(
        "{\"watch\":{\"bbox\":[-180,-90,180,90],\"layers\":[\"units\"]},\"since\":0}");
    assertEquals(List.of(), Contract.strictObjections("LiveWatch", good));
    List<String> apart = new ArrayList<>();
    for (Mutants.Mutant m :
        Mutants.of(Contract.shape("LiveWatch"), good, "/watch/bbox/2", "/watch/bbox/3")) {
      List<String> objections = Contract.objections("LiveWatch", m.message());
      try (LiveClient screen = LiveClient.knock(CITY, m.message().toString())) {
        Await.until("an answer", () -> screen.isClosed() || !screen.messages().isEmpty());
        if (objections.isEmpty() == screen.messages().isEmpty())
          apart.add(m.what() + ": schema " + objections);
      }
    }
    assertEquals(List.of(), apart);
  }

  @Test
  void eachTopicTakesTheEventsOfItsChannelAndNoOthers() throws Exception {
    try (Mqtt5Feed feed = new Mqtt5Feed(CITY, CITY.feed)) {
      for (var channel : API.path("channels").properties()) {
        String address = channel.getValue().path("address").asText();
        if (channel.getKey().equals("live")) continue;
        for (Class<? extends CityEvent> type : FullEvents.types()) {
          ObjectNode event = now(type);
          feed.publish(topic(address, event), CityClient.bytes(event));
          boolean described = channel.getValue().path("messages").has(type.getSimpleName());
          assertEquals(
              described ? SUCCESS : PAYLOAD_FORMAT_INVALID,
              feed.acks(1).get(0).reason(),
              type.getSimpleName() + " to " + address);
        }
      }
      ObjectNode call = Events.fire(Events.unique("119"));
      feed.publish("bongsu/v1/events/" + call.path("receiptNo").asText(), CityClient.bytes(call));
      assertEquals(PAYLOAD_FORMAT_INVALID, feed.acks(1).get(0).reason());
    }
  }

  /** With the id of the thing that the event is about, whatever the field is called. */
  private static String topic(String address, ObjectNode event) {
    for (String id :
        List.of("receiptNo", "deviceId", "cameraId", "sensorId", "assetId", "junctionId"))
      if (event.has(id) && !event.has("unitId"))
        address = address.replace("{assetId}", event.path(id).asText());
    return address
        .replace("{assetId}", event.path("unitId").asText())
        .replace("{source}", event.path("source").asText());
  }

  @Test
  void everyChannelIsUsedAndEveryMessageHasItsSchema() {
    Set<String> used = new TreeSet<>();
    API.path("operations")
        .forEach(o ->
            used.add(o.path("channel").path("$ref").asText().substring("#/channels/".length())));
    assertEquals(names(API.path("channels")), used);
    API.path("components")
        .path("messages")
        .properties()
        .forEach(message -> assertEquals(
            "schemas/" + message.getKey() + ".json",
            message.getValue().path("payload").path("schema").path("$ref").asText()));
    assertEquals("/api/v1/live", API.at("/channels/live/address").asText());
  }
}

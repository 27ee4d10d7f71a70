package bongsu.ops.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The events of one source, numbered; what comes of each is known beforehand. */
final class Events {
  /** What the bench's city judges by: see {@link Kind}. */
  static final String RULES = """
      rules:
        - id: fault-high
          version: 1
          kind: threshold
          severity: 3
          incidentKind: flood
          on: { event: SensorReading, quantity: waterLevelM }
          atLeast: 5
          clear: 2
          message: { ko: "{value} {unit}", en: "{value} {unit}" }
        - id: fault-median
          version: 1
          kind: threshold
          severity: 3
          incidentKind: rain
          on: { event: SensorReading, quantity: rain1hMm }
          atLeast: 5
          medianOf: 3
          message: { ko: "{value} {unit}", en: "{value} {unit}" }
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final int COLUMNS = 200;
  private static final int ROWS = 60;
  private static final double APART_DEG = 0.03;

  private final String source;
  private final int client;
  private int next;
  private int calls;

  /** @param client 0 and up: no two clients' calls are near each other */
  Events(String source, int client) {
    this.source = source;
    this.client = client;
  }

  Sent reading() {
    return reading(Kind.READING, "FR-" + next % 97, "pm10Ugm3", next % 50);
  }

  Sent high() {
    return reading(Kind.HIGH, "FH-" + client, "waterLevelM", 9);
  }

  Sent low() {
    return reading(Kind.LOW, "FH-" + client, "waterLevelM", 1);
  }

  /** @param mm 9 for the spike, 0 for the readings around it */
  Sent spike(double mm) {
    return reading(Kind.SPIKE, "FM-" + client, "rain1hMm", mm);
  }

  private Sent reading(Kind kind, String sensorId, String quantity, double value) {
    ObjectNode event = event(kind, "SensorReading")
        .put("sensorId", sensorId + "-" + client)
        .put("quantity", quantity)
        .put("value", value);
    at(event, 35.5 + client * APART_DEG, 126.0);
    return Sent.of(source, next++, kind, event);
  }

  Sent call() {
    ObjectNode event = event(Kind.CALL, "CallReport")
        .put("agency", "119")
        .put("receiptNo", source + "-" + next)
        .put("revision", 1)
        .put("callType", "fire")
        .put("stage", "reported")
        .put("narrative", "smoke from the third floor, " + next);
    int spot = client * 1_000 + calls++ % 1_000;
    at(event, 36.0 + spot % ROWS * APART_DEG, 126.1 + spot / ROWS % COLUMNS * APART_DEG);
    return Sent.of(source, next++, Kind.CALL, event);
  }

  Sent bad() {
    ObjectNode event = event(Kind.BAD, "SensorReading")
        .put("sensorId", "FB-" + client)
        .put("quantity", "pm10Ugm3")
        .put("value", 1);
    return Sent.of(source, next++, Kind.BAD, at(event, 91, 127));
  }

  private ObjectNode event(Kind kind, String type) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("source", source)
        .put("eventId", kind.eventId(next))
        .put("observedAt", OffsetDateTime.now(ZoneOffset.UTC).format(TIME));
  }

  private static ObjectNode at(ObjectNode event, double latDeg, double lonDeg) {
    event.putObject("position").put("latDeg", round(latDeg)).put("lonDeg", round(lonDeg));
    return event;
  }

  private static double round(double deg) {
    return Math.round(deg * 1e6) / 1e6;
  }
}

package bongsu.core.alarm;

import bongsu.core.event.Origin;
import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Alarms as we keep them: {@code
 * {"alarmId","ruleId","ruleVersion","kind","severity","observation","subject","position"?,"cause":
 * {"source","eventId","observedAt","exercise"?},"ko","en"}}. Times are kept to the millisecond.
 */
public final class AlarmJson {
  private static final WireEnum<IncidentKind> KINDS = WireEnum.of(IncidentKind.class);

  private AlarmJson() {}

  /** Writes the alarm's fields into the object that is open. */
  public static void write(JsonText json, Alarm alarm) {
    json.put("alarmId", alarm.alarmId()).put("ruleId", alarm.ruleId());
    json.put("ruleVersion", alarm.ruleVersion());
    json.put("kind", alarm.kind()).put("severity", alarm.severity().level());
    json.put("observation", alarm.observation()).put("subject", alarm.subject());
    json.put("position", alarm.position());
    writeOrigin(json, "cause", alarm.cause());
    json.put("ko", alarm.message().ko()).put("en", alarm.message().en());
  }

  /** @throws IllegalArgumentException when the object is none of ours */
  public static Alarm read(JsonNode alarm) {
    return new Alarm(
        text(alarm, "alarmId"),
        text(alarm, "ruleId"),
        alarm.path("ruleVersion").asInt(),
        KINDS.find(text(alarm, "kind")).orElseThrow(() -> notOurs("kind")),
        Severity.ofLevel(alarm.path("severity").asInt()),
        text(alarm, "observation"),
        text(alarm, "subject"),
        position(alarm.get("position")),
        readOrigin(alarm.path("cause")),
        new Bilingual(text(alarm, "ko"), text(alarm, "en")));
  }

  /** Writes an origin as an object named {@code name}. */
  public static void writeOrigin(JsonText json, String name, Origin origin) {
    json.open(name).put("source", origin.source()).put("eventId", origin.eventId());
    json.put("observedAt", origin.observedAt());
    if (origin.exercise()) json.put("exercise", true);
    json.close();
  }

  public static Origin readOrigin(JsonNode origin) {
    return new Origin(
        text(origin, "source"),
        text(origin, "eventId"),
        Instant.parse(text(origin, "observedAt")),
        origin.path("exercise").asBoolean(false));
  }

  private static @Nullable Position position(@Nullable JsonNode position) {
    if (position == null) return null;
    return new Position(
        position.path("latDeg").asDouble(),
        position.path("lonDeg").asDouble(),
        position.path("accuracyM").asDouble(0));
  }

  private static String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !value.isTextual()) throw notOurs(name);
    return value.asText();
  }

  private static IllegalArgumentException notOurs(String field) {
    return new IllegalArgumentException("not an alarm of ours: " + field);
  }
}

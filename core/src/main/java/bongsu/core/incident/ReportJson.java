package bongsu.core.incident;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CallReport;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.EventReader;
import bongsu.core.wire.EventWriter;
import bongsu.core.wire.Fields;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/** The reports and words within our own stored changes and inputs, never with personal fields. */
public final class ReportJson {
  /** Longest text we read back of our own. */
  static final int LONG = 100_000;

  static final WireEnum<IncidentKind> KINDS = WireEnum.of(IncidentKind.class);

  private ReportJson() {}

  public static void put(JsonText json, String name, CallReport call) {
    json.raw(name, EventWriter.body(call));
  }

  public static void put(JsonText json, String name, HelpSignal help) {
    json.raw(name, EventWriter.body(help));
  }

  public static void put(JsonText json, String name, Alarm a) {
    json.open(name).put("alarmId", a.alarmId()).put("ruleId", a.ruleId());
    json.put("ruleVersion", a.ruleVersion()).put("kind", a.kind());
    json.put("severity", a.severity().level()).put("observation", a.observation());
    json.put("subject", a.subject()).put("position", a.position());
    put(json, "cause", a.cause());
    put(json, "message", a.message());
    json.close();
  }

  public static void put(JsonText json, String name, Origin o) {
    json.open(name).put("source", o.source()).put("eventId", o.eventId());
    json.put("observedAt", o.observedAt());
    if (o.exercise()) json.put("exercise", true);
    json.close();
  }

  public static void put(JsonText json, String name, @Nullable Bilingual words) {
    if (words != null)
      json.open(name).put("ko", words.ko()).put("en", words.en()).close();
  }

  public static CallReport call(Fields fields) {
    return (CallReport) EventReader.read(fields);
  }

  public static HelpSignal help(Fields fields) {
    return (HelpSignal) EventReader.read(fields);
  }

  public static Alarm alarm(Fields f) {
    return new Alarm(
        f.text("alarmId", LONG),
        f.text("ruleId", LONG),
        f.whole("ruleVersion", 0, Integer.MAX_VALUE),
        f.oneOf("kind", KINDS),
        severity(f),
        f.text("observation", LONG),
        f.text("subject", LONG),
        f.findPosition("position").orElse(null),
        origin(f.object("cause")),
        words(f.object("message")));
  }

  public static IncidentKind kind(Fields f) {
    return f.oneOf("kind", KINDS);
  }

  public static Severity severity(Fields f) {
    return Severity.ofLevel(f.whole("severity", 1, 4));
  }

  public static Origin origin(Fields f) {
    return new Origin(
        f.text("source", LONG), f.text("eventId", LONG), f.time("observedAt"), f.flag("exercise"));
  }

  public static Bilingual words(Fields f) {
    return new Bilingual(
        f.findText("ko", LONG).orElse(""), f.findText("en", LONG).orElse(""));
  }
}

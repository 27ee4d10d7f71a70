package bongsu.rules.fuse;

import bongsu.core.event.UnitPosition;
import bongsu.core.incident.IncidentCommandJson;
import bongsu.core.incident.ReportJson;
import bongsu.core.wire.EventReader;
import bongsu.core.wire.EventWriter;
import bongsu.core.wire.Fields;
import bongsu.core.wire.JsonText;
import java.util.Map;
import java.util.function.Function;

/** Inputs as they are kept for replay: the same input gives the same bytes. */
public final class FusionInputJson {
  private static final int LONG = 100_000;

  private static final Map<String, Function<Fields, FusionInput>> READERS = Map.of(
      "Call", FusionInputJson::call,
      "Help", FusionInputJson::help,
      "AlarmRaised", f -> new FusionInput.AlarmRaised(ReportJson.alarm(f.object("alarm"))),
      "AlarmCleared", FusionInputJson::alarmCleared,
      "UnitProgress", FusionInputJson::unitProgress,
      "Command", FusionInputJson::command,
      "OpenByHand", FusionInputJson::openByHand,
      "Tick", f -> new FusionInput.Tick());

  private FusionInputJson() {}

  /** @return one JSON object; calls and help signals are without personal fields */
  public static String write(FusionInput input) {
    JsonText json = new JsonText().open().put("input", input.getClass().getSimpleName());
    if (input instanceof FusionInput.Call c) {
      ReportJson.put(json, "call", c.call());
      json.put("conflict", c.conflict()).put("receiptsAreIncidents", c.receiptsAreIncidents());
      json.put("receivedAt", c.receivedAt());
    } else if (input instanceof FusionInput.Help h) {
      ReportJson.put(json, "help", h.help());
      json.put("receivedAt", h.receivedAt());
    } else if (input instanceof FusionInput.AlarmRaised a) {
      ReportJson.put(json, "alarm", a.alarm());
    } else if (input instanceof FusionInput.AlarmCleared a) {
      json.put("alarmId", a.alarmId());
      ReportJson.put(json, "cause", a.cause());
    } else {
      writeOthers(json, input);
    }
    return json.close().toString();
  }

  private static void writeOthers(JsonText json, FusionInput input) {
    if (input instanceof FusionInput.UnitProgress u) {
      json.raw("unit", EventWriter.body(u.unit()));
    } else if (input instanceof FusionInput.Command c) {
      json.put("commandId", c.commandId()).put("by", c.by()).put("incidentId", c.incidentId());
      json.put("expectedRevision", c.expectedRevision());
      IncidentCommandJson.write(json, c.command());
    } else if (input instanceof FusionInput.OpenByHand o) {
      json.put("commandId", o.commandId()).put("by", o.by()).put("kind", o.kind());
      json.put("severity", o.severity().level()).put("position", o.position());
      json.put("place", o.place()).put("text", o.text()).put("exercise", o.exercise());
    }
  }

  /** Reads what {@link #write} wrote; anything else throws. */
  public static FusionInput read(String json) {
    Fields f = Fields.parse(json);
    String input = f.text("input", 64);
    var reader = READERS.get(input);
    if (reader == null) throw new IllegalArgumentException("unknown input " + input);
    return reader.apply(f);
  }

  private static FusionInput call(Fields f) {
    return new FusionInput.Call(
        ReportJson.call(f.object("call")),
        f.flag("conflict"),
        f.flag("receiptsAreIncidents"),
        f.time("receivedAt"));
  }

  private static FusionInput help(Fields f) {
    return new FusionInput.Help(ReportJson.help(f.object("help")), f.time("receivedAt"));
  }

  private static FusionInput alarmCleared(Fields f) {
    return new FusionInput.AlarmCleared(
        f.text("alarmId", LONG), ReportJson.origin(f.object("cause")));
  }

  private static FusionInput unitProgress(Fields f) {
    return new FusionInput.UnitProgress((UnitPosition) EventReader.read(f.object("unit")));
  }

  private static FusionInput command(Fields f) {
    return new FusionInput.Command(
        f.text("commandId", LONG),
        f.text("by", LONG),
        IncidentCommandJson.read(f),
        f.text("incidentId", LONG),
        f.whole("expectedRevision", Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static FusionInput openByHand(Fields f) {
    return new FusionInput.OpenByHand(
        f.text("commandId", LONG),
        f.text("by", LONG),
        ReportJson.kind(f),
        ReportJson.severity(f),
        f.findPosition("position").orElse(null),
        f.findText("place", LONG).orElse(null),
        f.findText("text", LONG).orElse(null),
        f.flag("exercise"));
  }
}

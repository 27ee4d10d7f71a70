package bongsu.core.incident;

import bongsu.core.event.CallReport;
import bongsu.core.wire.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what is particular to each change. */
final class ChangeWriter {
  private ChangeWriter() {}

  static void fields(JsonText json, IncidentChange change) {
    if (change instanceof IncidentChange.Opened c) opened(json, c);
    else if (change instanceof IncidentChange.CallJoined c) callJoined(json, c);
    else if (change instanceof IncidentChange.CallRevised c) call(json, c.call(), c.differences());
    else if (change instanceof IncidentChange.CallConflict c)
      call(json, c.other(), c.differences());
    else if (change instanceof IncidentChange.HelpJoined c) helpJoined(json, c);
    else if (change instanceof IncidentChange.AlarmJoined c) alarmJoined(json, c);
    else if (change instanceof IncidentChange.AlarmCleared c) alarmCleared(json, c);
    else if (change instanceof IncidentChange.UnitReached c) unitReached(json, c);
    else derived(json, change);
  }

  private static void derived(JsonText json, IncidentChange change) {
    if (change instanceof IncidentChange.ProgressChanged c)
      json.put("agency", c.agency()).put("stage", c.stage());
    else if (change instanceof IncidentChange.KindChanged c) json.put("kind", c.kind());
    else if (change instanceof IncidentChange.SeverityChanged c)
      json.put("severity", c.severity().level());
    else if (change instanceof IncidentChange.Moved c) {
      json.put("position", c.position());
      ReportJson.put(json, "place", c.place());
    } else commanded(json, change);
  }

  private static void commanded(JsonText json, IncidentChange change) {
    if (change instanceof IncidentChange.Verified c) json.put("verdict", c.verdict());
    else if (change instanceof IncidentChange.Noted c) json.put("text", c.text());
    else if (change instanceof IncidentChange.Closed c) json.put("outcome", c.outcome());
    else if (change instanceof IncidentChange.Reopened c)
      ReportJson.put(json, "reason", c.reason());
    act(json, change.act());
  }

  private static void act(JsonText json, @Nullable Act act) {
    if (act != null) json.put("by", act.by()).put("commandId", act.commandId());
  }

  private static void opened(JsonText json, IncidentChange.Opened c) {
    if (c.opening() instanceof Opening.ByCall o) {
      ReportJson.put(json, "call", o.call());
      json.put("receiptsAreIncidents", o.receiptsAreIncidents()).put("receivedAt", o.receivedAt());
    } else if (c.opening() instanceof Opening.ByHelp o) {
      ReportJson.put(json, "help", o.help());
      json.put("receivedAt", o.receivedAt());
    } else if (c.opening() instanceof Opening.ByAlarm o) {
      ReportJson.put(json, "alarm", o.alarm());
    } else if (c.opening() instanceof Opening.ByHand o) {
      act(json, o.act());
      json.put("text", o.text());
    }
    header(json, c);
  }

  private static void header(JsonText json, IncidentChange.Opened c) {
    json.put("kind", c.kind()).put("severity", c.severity().level());
    json.put("position", c.position());
    ReportJson.put(json, "place", c.place());
    if (c.exercise()) json.put("exercise", true);
  }

  private static void callJoined(JsonText json, IncidentChange.CallJoined c) {
    ReportJson.put(json, "call", c.call());
    json.put("receiptsAreIncidents", c.receiptsAreIncidents()).put("receivedAt", c.receivedAt());
    EvidenceJson.put(json, "evidence", c.evidence());
  }

  private static void call(JsonText json, CallReport call, List<Difference> differences) {
    ReportJson.put(json, "call", call);
    json.openList("differences");
    for (Difference d : differences)
      json.open()
          .put("field", d.field())
          .put("before", d.before())
          .put("after", d.after())
          .close();
    json.closeList();
  }

  private static void helpJoined(JsonText json, IncidentChange.HelpJoined c) {
    ReportJson.put(json, "help", c.help());
    json.put("receivedAt", c.receivedAt());
    EvidenceJson.put(json, "evidence", c.evidence());
  }

  private static void alarmJoined(JsonText json, IncidentChange.AlarmJoined c) {
    ReportJson.put(json, "alarm", c.alarm());
    EvidenceJson.put(json, "evidence", c.evidence());
  }

  private static void alarmCleared(JsonText json, IncidentChange.AlarmCleared c) {
    json.put("alarmId", c.alarmId());
    ReportJson.put(json, "cause", c.cause());
    json.put("allCleared", c.allCleared());
  }

  private static void unitReached(JsonText json, IncidentChange.UnitReached c) {
    json.put("source", c.source()).put("receiptNo", c.receiptNo()).put("unitId", c.unitId());
    json.put("stage", c.stage()).put("reachedAt", c.reachedAt());
  }
}

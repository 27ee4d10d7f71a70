package bongsu.core.incident;

import static bongsu.core.incident.IncidentJson.orNull;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CallReport;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Personal;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import bongsu.core.wire.JsonText;
import org.jspecify.annotations.Nullable;

/** The records of an opened incident. */
final class RecordsJson {
  private RecordsJson() {}

  static void put(JsonText json, IncidentRecords records, PersonalLookup personal) {
    json.openList("callRecords");
    for (CallRecord call : records.calls()) call(json, call, personal);
    json.closeList().openList("alarmRecords");
    for (AlarmRecord alarm : records.alarms()) alarm(json, alarm);
    json.closeList().openList("helpRecords");
    for (HelpRecord help : records.helps()) help(json, help, personal);
    json.closeList();
  }

  private static void call(JsonText json, CallRecord r, PersonalLookup lookup) {
    CallReport c = r.call();
    json.open().put("agency", c.agency()).put("source", r.source());
    json.put("receiptNo", c.receiptNo()).put("revision", c.revision());
    json.put("callType", c.callType());
    orNull(json, "code", c.code());
    json.put("stage", c.stage());
    orNull(json, "closeCode", c.closeCode());
    json.put("receivedAt", r.receivedAt());
    position(json, c.position());
    orNull(json, "address", c.address());
    personal(json, lookup.find(r.source(), c.receiptNo(), c.revision()).orElse(null));
    orNull(json, "injured", c.injured());
    json.put("conflict", r.conflict()).openList("units");
    for (UnitTimes unit : c.units()) unit(json, unit);
    json.closeList();
    evidence(json, r.evidence());
    json.close();
  }

  private static void unit(JsonText json, UnitTimes unit) {
    json.open().put("unitId", unit.unitId());
    orNull(json, "unitType", unit.unitType());
    for (UnitStage stage : UnitStage.values()) orNull(json, name(stage), Units.timeOf(unit, stage));
    json.close();
  }

  private static String name(UnitStage stage) {
    return bongsu.core.wire.WireEnum.wordOf(stage) + "At";
  }

  private static void alarm(JsonText json, AlarmRecord r) {
    Alarm a = r.alarm();
    json.open().put("alarmId", a.alarmId()).put("ruleId", a.ruleId());
    json.put("ruleVersion", a.ruleVersion()).put("subject", a.subject());
    json.put("raisedAt", a.cause().observedAt());
    orNull(json, "clearedAt", r.clearedAt());
    position(json, a.position());
    json.put("severity", a.severity().level());
    json.put("ko", a.message().ko()).put("en", a.message().en());
    json.put("eventId", a.cause().eventId()).put("source", a.cause().source());
    evidence(json, r.evidence());
    json.close();
  }

  private static void help(JsonText json, HelpRecord r, PersonalLookup lookup) {
    HelpSignal h = r.help();
    json.open().put("deviceId", h.deviceId()).put("kind", h.kind());
    json.put("source", h.origin().source()).put("eventId", h.origin().eventId());
    json.put("observedAt", h.observedAt()).put("receivedAt", r.receivedAt());
    position(json, h.position());
    personal(json, lookup.find(h.origin().source(), h.origin().eventId(), 0).orElse(null));
    evidence(json, r.evidence());
    json.close();
  }

  private static void personal(JsonText json, @Nullable Personal personal) {
    orNull(json, "phone", personal == null ? null : personal.phone());
    orNull(json, "narrative", personal == null ? null : personal.narrative());
  }

  private static void position(JsonText json, @Nullable Position position) {
    if (position == null) json.putNull("position");
    else json.put("position", position);
  }

  private static void evidence(JsonText json, @Nullable Evidence evidence) {
    if (evidence == null) json.putNull("evidence");
    else EvidenceJson.put(json, "evidence", evidence);
  }
}

package bongsu.core.incident;

import bongsu.core.event.Agency;
import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.wire.Fields;
import bongsu.core.wire.WireEnum;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ChangeWriter} puts. */
final class ChangeReader {
  private static final WireEnum<Agency> AGENCIES = WireEnum.of(Agency.class);
  private static final WireEnum<CallStage> STAGES = WireEnum.of(CallStage.class);
  private static final WireEnum<UnitStage> UNIT_STAGES = WireEnum.of(UnitStage.class);
  private static final WireEnum<CloseCode> OUTCOMES = WireEnum.of(CloseCode.class);

  private static final Map<String, BiFunction<ChangeHead, Fields, IncidentChange>> READERS =
      Map.ofEntries(
          Map.entry("Opened", ChangeReader::opened),
          Map.entry("CallJoined", ChangeReader::callJoined),
          Map.entry("CallRevised", ChangeReader::callRevised),
          Map.entry("CallConflict", ChangeReader::callConflict),
          Map.entry("HelpJoined", ChangeReader::helpJoined),
          Map.entry("AlarmJoined", ChangeReader::alarmJoined),
          Map.entry("AlarmCleared", ChangeReader::alarmCleared),
          Map.entry("UnitReached", ChangeReader::unitReached),
          Map.entry("ProgressChanged", ChangeReader::progressChanged),
          Map.entry("KindChanged", ChangeReader::kindChanged),
          Map.entry("SeverityChanged", ChangeReader::severityChanged),
          Map.entry("Moved", ChangeReader::moved),
          Map.entry("Acknowledged", ChangeReader::acknowledged),
          Map.entry("Verified", ChangeReader::verified),
          Map.entry("Noted", ChangeReader::noted),
          Map.entry("Closed", ChangeReader::closed),
          Map.entry("Reopened", ChangeReader::reopened));

  private ChangeReader() {}

  static IncidentChange read(String json) {
    Fields f = Fields.parse(json);
    String change = f.text("change", 64);
    var reader = READERS.get(change);
    if (reader == null) throw new IllegalArgumentException("unknown change " + change);
    return reader.apply(head(f), f);
  }

  private static ChangeHead head(Fields f) {
    return new ChangeHead(
        (long) f.number("seq", 1, 1e15),
        f.text("incidentId", 64),
        f.whole("revision", 1, Integer.MAX_VALUE),
        f.time("at"),
        (long) f.number("inputNo", 0, 1e15));
  }

  private static IncidentChange opened(ChangeHead head, Fields f) {
    return new IncidentChange.Opened(
        head,
        opening(f),
        ReportJson.kind(f),
        ReportJson.severity(f),
        f.findPosition("position").orElse(null),
        ReportJson.words(f.object("place")),
        f.flag("exercise"));
  }

  private static Opening opening(Fields f) {
    if (f.has("call"))
      return new Opening.ByCall(
          ReportJson.call(f.object("call")), f.flag("receiptsAreIncidents"), f.time("receivedAt"));
    if (f.has("help"))
      return new Opening.ByHelp(ReportJson.help(f.object("help")), f.time("receivedAt"));
    if (f.has("alarm")) return new Opening.ByAlarm(ReportJson.alarm(f.object("alarm")));
    return new Opening.ByHand(act(f), f.findText("text", ReportJson.LONG).orElse(null));
  }

  private static Act act(Fields f) {
    return new Act(f.text("by", ReportJson.LONG), f.text("commandId", ReportJson.LONG));
  }

  private static @Nullable Act actOrNull(Fields f) {
    return f.has("by") ? act(f) : null;
  }

  private static Evidence evidence(Fields f) {
    return EvidenceJson.read(f.object("evidence"));
  }

  private static IncidentChange callJoined(ChangeHead head, Fields f) {
    return new IncidentChange.CallJoined(
        head,
        ReportJson.call(f.object("call")),
        f.flag("receiptsAreIncidents"),
        f.time("receivedAt"),
        evidence(f));
  }

  private static List<Difference> differences(Fields f) {
    return f.objects("differences", 10_000).stream()
        .map(d -> new Difference(
            d.text("field", ReportJson.LONG),
            d.findText("before", ReportJson.LONG).orElse(null),
            d.findText("after", ReportJson.LONG).orElse(null)))
        .toList();
  }

  private static IncidentChange callRevised(ChangeHead head, Fields f) {
    return new IncidentChange.CallRevised(head, ReportJson.call(f.object("call")), differences(f));
  }

  private static IncidentChange callConflict(ChangeHead head, Fields f) {
    return new IncidentChange.CallConflict(head, ReportJson.call(f.object("call")), differences(f));
  }

  private static IncidentChange helpJoined(ChangeHead head, Fields f) {
    return new IncidentChange.HelpJoined(
        head, ReportJson.help(f.object("help")), f.time("receivedAt"), evidence(f));
  }

  private static IncidentChange alarmJoined(ChangeHead head, Fields f) {
    return new IncidentChange.AlarmJoined(head, ReportJson.alarm(f.object("alarm")), evidence(f));
  }

  private static IncidentChange alarmCleared(ChangeHead head, Fields f) {
    return new IncidentChange.AlarmCleared(
        head,
        f.text("alarmId", ReportJson.LONG),
        ReportJson.origin(f.object("cause")),
        f.flag("allCleared"));
  }

  private static IncidentChange unitReached(ChangeHead head, Fields f) {
    return new IncidentChange.UnitReached(
        head,
        f.text("source", ReportJson.LONG),
        f.text("receiptNo", ReportJson.LONG),
        f.text("unitId", ReportJson.LONG),
        f.oneOf("stage", UNIT_STAGES),
        f.time("reachedAt"));
  }

  private static IncidentChange progressChanged(ChangeHead head, Fields f) {
    return new IncidentChange.ProgressChanged(
        head, f.oneOf("agency", AGENCIES), f.oneOf("stage", STAGES));
  }

  private static IncidentChange kindChanged(ChangeHead head, Fields f) {
    return new IncidentChange.KindChanged(head, ReportJson.kind(f));
  }

  private static IncidentChange severityChanged(ChangeHead head, Fields f) {
    return new IncidentChange.SeverityChanged(head, ReportJson.severity(f));
  }

  private static IncidentChange moved(ChangeHead head, Fields f) {
    return new IncidentChange.Moved(
        head, f.findPosition("position").orElse(null), ReportJson.words(f.object("place")));
  }

  private static IncidentChange acknowledged(ChangeHead head, Fields f) {
    return new IncidentChange.Acknowledged(head, act(f));
  }

  private static IncidentChange verified(ChangeHead head, Fields f) {
    return new IncidentChange.Verified(head, f.flag("verdict"), act(f));
  }

  private static IncidentChange noted(ChangeHead head, Fields f) {
    return new IncidentChange.Noted(head, f.text("text", ReportJson.LONG), act(f));
  }

  private static IncidentChange closed(ChangeHead head, Fields f) {
    return new IncidentChange.Closed(head, f.oneOf("outcome", OUTCOMES), actOrNull(f));
  }

  private static IncidentChange reopened(ChangeHead head, Fields f) {
    return new IncidentChange.Reopened(head, ReportJson.words(f.object("reason")), actOrNull(f));
  }
}

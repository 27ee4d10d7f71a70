package bongsu.rules.fuse;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.incident.AlarmRecord;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.HelpRecord;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.IncidentRecords;
import bongsu.core.incident.Opening;
import bongsu.core.incident.Severity;
import bongsu.core.incident.Units;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows for an incident from its reports: kind, severity, place, progress. */
final class Consequences {
  private final Places places;

  Consequences(Places places) {
    this.places = places;
  }

  /** Makes the changes that follow from what the story's reports are now. */
  void settle(Turn turn, Story story) {
    Incident incident = story.incident();
    IncidentKind kind = kindOf(incident);
    if (kind != incident.kind())
      turn.change(story, head -> new IncidentChange.KindChanged(head, kind));
    Severity severity = severityOf(incident);
    if (severity != incident.severity())
      turn.change(story, head -> new IncidentChange.SeverityChanged(head, severity));
    move(turn, story);
    for (Agency agency : Agency.values()) progress(turn, story, agency);
  }

  private void move(Turn turn, Story story) {
    Incident incident = story.incident();
    Places.Spot spot = places.spotOf(incident);
    if (!Objects.equals(spot.position(), incident.findPosition().orElse(null))
        || !spot.place().equals(incident.place()))
      turn.change(story, head -> new IncidentChange.Moved(head, spot.position(), spot.place()));
  }

  private static void progress(Turn turn, Story story, Agency agency) {
    CallStage stage = progressOf(story.records(), agency);
    if (stage != null && stage != story.incident().progress().get(agency))
      turn.change(story, head -> new IncidentChange.ProgressChanged(head, agency, stage));
  }

  /** The operator's kind, else that of the first call that has one, else that of the first report. */
  private static IncidentKind kindOf(Incident incident) {
    IncidentKind opened = incident.opened().kind();
    if (incident.opened().opening() instanceof Opening.ByHand) return opened;
    IncidentKind kind = null;
    for (CallRecord record : incident.records().calls()) {
      kind = IncidentKind.of(record.call().callType());
      if (kind != IncidentKind.OTHER) return kind;
    }
    return kind == null ? opened : kind;
  }

  private static Severity severityOf(Incident incident) {
    Severity worst = Severity.NOTICE;
    if (incident.opened().opening() instanceof Opening.ByHand)
      worst = incident.opened().severity();
    for (CallRecord record : incident.records().calls())
      worst = Severities.worse(worst, Severities.of(record.call()));
    for (AlarmRecord record : incident.records().alarms())
      worst = Severities.worse(worst, record.alarm().severity());
    for (HelpRecord record : incident.records().helps())
      worst = Severities.worse(worst, Severities.of(record.help()));
    return worst;
  }

  /** As far as the agency got in any call; closed once all are. Null when it has no call here. */
  private static @Nullable CallStage progressOf(IncidentRecords records, Agency agency) {
    CallStage furthest = null;
    boolean allClosed = true;
    for (CallRecord record : records.calls()) {
      CallReport call = record.call();
      if (call.agency() != agency) continue;
      boolean closed = call.stage() == CallStage.CLOSED;
      allClosed &= closed;
      CallStage stage = closed ? Units.furthest(call) : Units.stageOf(call);
      if (furthest == null || stage.compareTo(furthest) > 0) furthest = stage;
    }
    return furthest != null && allClosed ? CallStage.CLOSED : furthest;
  }

  /**
   * What the calls came to when all of them are closed: the one that did most (completed before
   * transferred, and so on; mistaken and hoax last), completed when none says.
   */
  static Optional<CloseCode> outcomeOf(IncidentRecords records) {
    CloseCode outcome = null;
    for (CallRecord record : records.calls()) {
      if (record.call().stage() != CallStage.CLOSED) return Optional.empty();
      CloseCode code = record.call().closeCode();
      CloseCode told = code == null ? CloseCode.COMPLETED : code;
      if (outcome == null || weight(told) > weight(outcome)) outcome = told;
    }
    return Optional.ofNullable(outcome);
  }

  private static int weight(CloseCode code) {
    return switch (code) {
      case COMPLETED -> 5;
      case TRANSFERRED -> 4;
      case NOT_FOUND -> 3;
      case MISTAKEN -> 2;
      case HOAX -> 1;
      case DUPLICATE -> 0;
    };
  }
}

package bongsu.core.incident;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 사건: one happening as its changes tell it. Nothing else goes in: the same changes give the same
 * incident. Not thread-safe; it belongs to whoever applies the changes.
 */
public final class Incident {
  /** What a command did: the answer when it is sent again. */
  public record Done(long seq, int revision) {}

  /** A change and the times of units it brought; put in words only for those who look. */
  private record Noted(IncidentChange change, List<Units.Reached> reached) {
    Stream<TimelineEntry> entries() {
      return Stream.concat(
          Stream.of(ChangeWords.entry(change)),
          reached.stream().map(unit -> ChangeWords.entry(change, unit)));
    }
  }

  private final IncidentChange.Opened opened;
  private final IncidentRecords records = new IncidentRecords();
  private final Map<Agency, CallStage> progress = new EnumMap<>(Agency.class);
  private final Map<Act, Done> commands = new HashMap<>();
  private final List<Noted> noted = new ArrayList<>();
  private IncidentKind kind;
  private Severity severity;
  private @Nullable Position position;
  private Bilingual place;
  private @Nullable String acknowledgedBy;
  private @Nullable Boolean verdict;
  private @Nullable Instant closedAt;
  private @Nullable CloseCode outcome;
  private boolean closedByHand;
  private IncidentChange last;
  private IncidentChange newest;

  private Incident(IncidentChange.Opened opened) {
    this.opened = opened;
    kind = opened.kind();
    severity = opened.severity();
    position = opened.position();
    place = opened.place();
    last = opened;
    newest = opened;
    if (opened.opening() instanceof Opening.ByCall o) begin(o.call());
    note(opened, records.open(opened.opening()));
  }

  /** @throws IllegalArgumentException when it is not the first revision */
  public static Incident open(IncidentChange.Opened opened) {
    if (opened.revision() != 1)
      throw new IllegalArgumentException("an incident opens at revision 1: " + opened.head());
    return new Incident(opened);
  }

  /**
   * The incident all of whose changes these are, in order.
   *
   * @throws IllegalArgumentException when the first does not open it or one is missing
   */
  public static Incident replay(List<? extends IncidentChange> changes) {
    if (changes.isEmpty() || !(changes.get(0) instanceof IncidentChange.Opened opened))
      throw new IllegalArgumentException("the first change must be Opened");
    Incident incident = open(opened);
    for (IncidentChange change : changes.subList(1, changes.size())) incident.apply(change);
    return incident;
  }

  /** @throws IllegalArgumentException when it is another incident's or not the next revision */
  public void apply(IncidentChange change) {
    if (!change.incidentId().equals(id()) || change.revision() != revision() + 1)
      throw new IllegalArgumentException(
          change.head() + " does not follow " + id() + " revision " + revision());
    List<Units.Reached> reached = records.apply(change);
    applyToHeader(change);
    note(change, reached);
  }

  private void applyToHeader(IncidentChange change) {
    if (change instanceof IncidentChange.CallJoined c) begin(c.call());
    else if (change instanceof IncidentChange.ProgressChanged c)
      progress.put(c.agency(), c.stage());
    else if (change instanceof IncidentChange.KindChanged c) kind = c.kind();
    else if (change instanceof IncidentChange.SeverityChanged c) severity = c.severity();
    else if (change instanceof IncidentChange.Moved c) move(c);
    else if (change instanceof IncidentChange.Acknowledged c) acknowledgedBy = c.by();
    else if (change instanceof IncidentChange.Verified c) verdict = c.verdict();
    else if (change instanceof IncidentChange.Closed c) close(c);
    else if (change instanceof IncidentChange.Reopened) reopen();
  }

  private void begin(CallReport call) {
    progress.putIfAbsent(call.agency(), CallStage.REPORTED);
  }

  private void move(IncidentChange.Moved moved) {
    position = moved.position();
    place = moved.place();
  }

  private void close(IncidentChange.Closed closed) {
    closedAt = closed.at();
    outcome = closed.outcome();
    closedByHand = closed.act() != null;
  }

  private void reopen() {
    closedAt = null;
    outcome = null;
    closedByHand = false;
  }

  private void note(IncidentChange change, List<Units.Reached> reached) {
    noted.add(new Noted(change, reached));
    Act act = change.act();
    if (act != null) commands.put(act, new Done(change.seq(), change.revision()));
    if (!isConsequence(change)) newest = change;
    last = change;
  }

  /** What merely follows from another change of the same input does not hide it. */
  private boolean isConsequence(IncidentChange change) {
    return change.inputNo() == newest.inputNo()
        && (change instanceof IncidentChange.Moved
            || change instanceof IncidentChange.KindChanged
            || change instanceof IncidentChange.SeverityChanged
            || change instanceof IncidentChange.ProgressChanged);
  }

  public String id() {
    return opened.incidentId();
  }

  /** Of the newest change. */
  public long seq() {
    return last.seq();
  }

  public int revision() {
    return last.revision();
  }

  public IncidentKind kind() {
    return kind;
  }

  public Severity severity() {
    return severity;
  }

  public Optional<Position> findPosition() {
    return Optional.ofNullable(position);
  }

  public Bilingual place() {
    return place;
  }

  public boolean isOpen() {
    return closedAt == null;
  }

  /** Whether an operator closed it, rather than its last call. */
  public boolean closedByHand() {
    return closedByHand;
  }

  public Optional<Instant> findClosedAt() {
    return Optional.ofNullable(closedAt);
  }

  public Optional<CloseCode> findOutcome() {
    return Optional.ofNullable(outcome);
  }

  /** The user who saw it last; empty while nobody has. */
  public Optional<String> findAcknowledgedBy() {
    return Optional.ofNullable(acknowledgedBy);
  }

  /** True for 정탐, false for 오탐; empty while nobody judged. */
  public Optional<Boolean> findVerdict() {
    return Optional.ofNullable(verdict);
  }

  public IncidentChange.Opened opened() {
    return opened;
  }

  public Instant openedAt() {
    return opened.at();
  }

  public Instant changedAt() {
    return last.at();
  }

  /** 훈련. */
  public boolean exercise() {
    return opened.exercise();
  }

  /** The newest change that is more than a consequence of another. */
  public IncidentChange newest() {
    return newest;
  }

  /** Its calls, alarms and help signals. */
  public IncidentRecords records() {
    return records;
  }

  /** How far each agency is that has a call in it. */
  public Map<Agency, CallStage> progress() {
    return Collections.unmodifiableMap(progress);
  }

  public List<TimelineEntry> timeline() {
    return noted.stream().flatMap(Noted::entries).toList();
  }

  /** What this command did, if it was carried out before. */
  public Optional<Done> findDone(Act act) {
    return Optional.ofNullable(commands.get(act));
  }
}

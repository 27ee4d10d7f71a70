package bongsu.ops.replay;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.Origin;
import bongsu.core.event.UnitTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One call of the file, as its dispatch system would have told of it while it happened: a revision
 * when it was received and one each time a unit reached something. Depends on its rows alone, not
 * on their order.
 */
final class SfFireCall {
  static final String SOURCE = "sf-fire";

  private final String callNumber;
  private final List<SfFireRow> rows;

  /** @param rows of one call, one for each unit, at least one */
  SfFireCall(String callNumber, List<SfFireRow> rows) {
    this.callNumber = callNumber;
    this.rows =
        rows.stream().sorted(Comparator.comparing(row -> row.times().unitId())).toList();
  }

  String callNumber() {
    return callNumber;
  }

  int rowCount() {
    return rows.size();
  }

  /**
   * Revisions from 1, by time; the last one closes the call. The file does not say when a call was
   * closed, so it is when the last thing recorded of it happened.
   */
  List<CallReport> revisions() {
    SortedSet<Instant> moments = moments();
    List<CallReport> revisions = new ArrayList<>();
    for (Instant moment : moments)
      revisions.add(revision(revisions.size() + 1, moment, moment.equals(moments.last())));
    return revisions;
  }

  private SortedSet<Instant> moments() {
    Instant receivedAt =
        rows.stream().map(SfFireRow::receivedAt).min(Comparator.naturalOrder()).orElseThrow();
    SortedSet<Instant> moments = new TreeSet<>();
    rows.stream().flatMap(SfFireRow::moments).forEach(moments::add);
    moments.headSet(receivedAt).clear();
    moments.add(receivedAt);
    return moments;
  }

  private CallReport revision(int revision, Instant moment, boolean last) {
    SfFireRow about = rows.get(0);
    return new CallReport(
        Origin.of(SOURCE, "sf-" + callNumber + "/" + revision, moment),
        revision,
        Agency.FIRE,
        callNumber,
        SfFireWords.callType(about.callType()),
        null,
        about.position(),
        about.address(),
        last ? CallStage.CLOSED : stageAt(moment),
        last ? SfFireWords.closeCode(about.disposition()) : null,
        null,
        unitsAt(moment),
        null);
  }

  private CallStage stageAt(Instant moment) {
    return rows.stream()
        .map(row -> row.stageAt(moment))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private List<UnitTimes> unitsAt(Instant moment) {
    return rows.stream()
        .filter(row -> row.isKnownAt(moment))
        .map(row -> row.timesAt(moment))
        .toList();
  }
}

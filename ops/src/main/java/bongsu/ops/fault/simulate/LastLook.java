package bongsu.ops.fault.simulate;

import static bongsu.ops.fault.simulate.Violation.unless;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentJson;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.Outcome;
import bongsu.rules.owner.NumberedInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold when all is quiet: all is there, once, and the log alone tells it again. */
final class LastLook {
  private final World world;
  private final Witness witness;
  private final Feeds feeds;
  private final Operators operators;
  private final FusionTables tables;

  LastLook(World world, Witness witness, Feeds feeds, Operators operators) {
    this.world = world;
    this.witness = witness;
    this.feeds = feeds;
    this.operators = operators;
    this.tables = world.store().fusion();
  }

  void check() {
    unless(feeds.listWaiting().isEmpty(), "never acknowledged: %s", feeds.listWaiting());
    witness.requireQuiet();
    requireIdealJudgements();
    requireSameReplay();
    requireSameRebuilt();
    new EveryReport(witness).check(tables.changes);
    requireEachCommandOnce(tables.changes);
  }

  /** What judging came to is what it would have come to had nothing failed. */
  private void requireIdealJudgements() {
    Map<String, String> written = new HashMap<>();
    witness.shards().forEach(shard -> written.putAll(shard.written()));
    feeds
        .ideal()
        .judgements()
        .forEach((key, body) -> unless(
            body.equals(written.get(key)),
            "judged %s, ideally %s",
            String.valueOf(written.get(key)),
            body));
    written.forEach((key, body) ->
        unless(feeds.ideal().judgements().containsKey(key), "judged, ideally not: %s", body));
  }

  /** The inputs as they are kept give the changes as they are kept. */
  private void requireSameReplay() {
    Fusion fusion = world.city().newFusion();
    int next = 0;
    for (NumberedInput row : tables.inputs) {
      Outcome outcome = fusion.on(row.no(), row.at(), row.input());
      for (IncidentChange change : outcome.changes()) {
        IncidentChange was = tables.changes.get(next++);
        unless(Sample.isSame(change, was), "replay: %s, was %s", change, was);
      }
    }
    unless(next == tables.changes.size(), "replay ends at change %d", next);
  }

  /** What an owner rebuilds from the log is what one has that never failed. */
  private void requireSameRebuilt() {
    Fusion rebuilt = world.city().newFusion();
    tables
        .remembered(tables.lastTickAt().minus(TinyCity.SETTINGS.closedStays()))
        .forEach(rebuilt::apply);
    List<String> actual = told(rebuilt);
    List<String> expected = told(witness.fusion().fusion());
    unless(actual.equals(expected), "rebuilt %s, expected %s", actual, expected);
  }

  private static List<String> told(Fusion fusion) {
    return fusion.list().stream().map(LastLook::told).toList();
  }

  private static String told(Incident incident) {
    return IncidentJson.summary(incident) + incident.timeline();
  }

  private void requireEachCommandOnce(List<IncidentChange> changes) {
    Map<String, Integer> times = new HashMap<>();
    for (IncidentChange change : changes)
      if (change.act() != null) times.merge(change.act().commandId(), 1, Integer::sum);
    times.forEach((id, n) -> unless(n == 1, "command %s done %d times", id, n));
    for (String id : operators.accepted())
      unless(times.containsKey(id), "command %s answered but not done", id);
  }
}

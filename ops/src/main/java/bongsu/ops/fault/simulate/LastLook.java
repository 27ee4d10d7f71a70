package bongsu.ops.fault.simulate;

import static bongsu.ops.fault.simulate.Violation.unless;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentChangeJson;
import bongsu.core.incident.IncidentJson;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.rules.fuse.Outcome;
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
    List<IncidentChange> changes =
        tables.changes.stream().map(IncidentChangeJson::read).toList();
    new EveryReport(witness).check(changes);
    requireEachCommandOnce(changes);
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

  /** The inputs as they are kept give the changes as they are kept, byte for byte. */
  private void requireSameReplay() {
    Fusion fusion = world.city().newFusion();
    int next = 0;
    for (FusionTables.InputRow row : tables.inputs) {
      Outcome outcome = fusion.on(row.no(), row.at(), FusionInputJson.read(row.body()));
      for (IncidentChange change : outcome.changes()) {
        String body = IncidentChangeJson.write(change);
        unless(
            tables.changes.get(next).equals(body),
            "replay: %s, was %s",
            body,
            tables.changes.get(next));
        next++;
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
    List<String> expected = told(witness.fusion().fusion());
    unless(told(rebuilt).equals(expected), "rebuilt %s, expected %s", told(rebuilt), expected);
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

package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.LocalPlane;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges the events of one shard, thing by thing: raises and clears alarms, picks out what the
 * city's rules want, notes the progress of units on calls. The same events in the same order, from
 * the same checkpoint, give the same judgements. Belongs to the shard's owner and its thread.
 *
 * <p>When rules or assets change, make a new one and {@link #restore} the old one's checkpoint.
 */
public final class ShardJudge {
  private final RuleRunner rules;
  private final RuleRunner selections;
  private final UnitWatch units = new UnitWatch();
  private final RuleOutput out = new RuleOutput();

  /** Its rules are watched by steps only. */
  public ShardJudge(RuleSet rules, AssetView assets, LocalPlane plane) {
    this(rules, assets, plane, RuleWatch.UNTIMED);
  }

  public ShardJudge(RuleSet rules, AssetView assets, LocalPlane plane, RuleWatch watch) {
    Surroundings city = new Surroundings(assets, plane);
    this.rules = RuleRunner.judging(rules.listOf(Scope.THING), city, watch);
    this.selections = RuleRunner.selecting(rules.listOf(Scope.CITY), city, watch);
  }

  /** What follows from the event, most often nothing; {@link #failed} says which rules did not say. */
  public List<Judgement> on(CityEvent event) {
    out.clear();
    rules.judge(event, out);
    selections.judge(event, out);
    if (event instanceof UnitPosition unit && units.isProgress(unit)) {
      out.beginRule();
      out.add(new Judgement.UnitProgress(unit));
    }
    return out.found();
  }

  /** Why rules failed on the last event; most often empty. */
  public List<RuleFailedException> failed() {
    if (rules.failed().isEmpty() && selections.failed().isEmpty()) return List.of();
    return Stream.concat(rules.failed().stream(), selections.failed().stream()).toList();
  }

  /** Ids of the rules that are switched off here. */
  public List<String> listOff() {
    return Stream.concat(rules.listOff().stream(), selections.listOff().stream())
        .toList();
  }

  /** All it remembers, as JSON. */
  public String checkpoint() {
    return Checkpoint.object(this::write);
  }

  private void write(JsonText json) {
    json.open("rules");
    rules.writeStates(json);
    json.close().open("selected");
    selections.writeBareStates(json);
    units.write(json.close());
    RuleRunner.writeFailures(json, rules, selections);
  }

  /**
   * Goes on where another stopped; what belongs to rules that are no more is dropped.
   *
   * @throws IllegalArgumentException when it is no checkpoint
   */
  public void restore(String checkpoint) {
    JsonNode json = Checkpoint.parse(checkpoint);
    rules.restoreStates(json.path("rules"));
    selections.restoreBareStates(json.path("selected"));
    units.restore(json);
    rules.restoreFailures(json);
    selections.restoreFailures(json);
  }
}

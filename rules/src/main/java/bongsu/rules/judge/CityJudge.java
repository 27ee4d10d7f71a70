package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.LocalPlane;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Judges several things at once: the events that the shards {@link Judgement.Selected selected}, in
 * the order the city's owner numbered them. Otherwise as {@link ShardJudge}; it only raises and
 * clears alarms.
 */
public final class CityJudge {
  private final RuleRunner rules;
  private final RuleOutput out = new RuleOutput();

  /** Its rules are watched by steps only. */
  public CityJudge(RuleSet rules, AssetView assets, LocalPlane plane) {
    this(rules, assets, plane, RuleWatch.UNTIMED);
  }

  public CityJudge(RuleSet rules, AssetView assets, LocalPlane plane, RuleWatch watch) {
    this.rules =
        RuleRunner.judging(rules.listOf(Scope.CITY), new Surroundings(assets, plane), watch);
  }

  /** What follows from a selected event; {@link #failed} says which rules did not say. */
  public List<Judgement> on(CityEvent event) {
    out.clear();
    rules.judge(event, out);
    return out.found();
  }

  /** Why rules failed on the last event; most often empty. */
  public List<RuleFailedException> failed() {
    return List.copyOf(rules.failed());
  }

  /** Ids of the rules that are switched off. */
  public List<String> listOff() {
    return rules.listOff();
  }

  /** All it remembers, as JSON. */
  public String checkpoint() {
    return Checkpoint.object(this::write);
  }

  private void write(JsonText json) {
    json.open("rules");
    rules.writeStates(json);
    json.close();
    RuleRunner.writeFailures(json, rules);
  }

  /** @throws IllegalArgumentException when it is no checkpoint */
  public void restore(String checkpoint) {
    JsonNode json = Checkpoint.parse(checkpoint);
    rules.restoreStates(json.path("rules"));
    rules.restoreFailures(json);
  }
}

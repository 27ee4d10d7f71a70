package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.LocalPlane;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges several things at once: the events that the shards {@link Judgement.Selected selected}, in
 * the order the city's owner numbered them. Otherwise as {@link ShardJudge}; it only raises and
 * clears alarms.
 */
public final class CityJudge {
  private final RuleRunner rules;
  private final List<Judgement> out = new ArrayList<>();

  public CityJudge(RuleSet rules, AssetView assets, LocalPlane plane) {
    this.rules = new RuleRunner(rules.listOf(Scope.CITY), new Surroundings(assets, plane));
  }

  /** What follows from a selected event. */
  public List<Judgement> on(CityEvent event) {
    out.clear();
    rules.judge(event, out);
    return out.isEmpty() ? List.of() : List.copyOf(out);
  }

  /** All it remembers, as JSON. */
  public String checkpoint() {
    return Checkpoint.object(rules::write);
  }

  /** @throws IllegalArgumentException when it is no checkpoint */
  public void restore(String checkpoint) {
    rules.restore(Checkpoint.parse(checkpoint));
  }
}

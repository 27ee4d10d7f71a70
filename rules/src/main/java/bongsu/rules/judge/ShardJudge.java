package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.LocalPlane;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the events of one shard, thing by thing: raises and clears alarms, picks out what the
 * city's rules want, notes the progress of units on calls. The same events in the same order, from
 * the same checkpoint, give the same judgements. Belongs to the shard's owner and its thread.
 *
 * <p>When rules or assets change, make a new one and {@link #restore} the old one's checkpoint.
 */
public final class ShardJudge {
  private final RuleRunner rules;
  private final CitySelector selector;
  private final UnitWatch units = new UnitWatch();
  private final List<Judgement> out = new ArrayList<>();

  public ShardJudge(RuleSet rules, AssetView assets, LocalPlane plane) {
    Surroundings city = new Surroundings(assets, plane);
    this.rules = new RuleRunner(rules.listOf(Scope.THING), city);
    this.selector = new CitySelector(rules.listOf(Scope.CITY), city);
  }

  /** What follows from the event, most often nothing. */
  public List<Judgement> on(CityEvent event) {
    out.clear();
    rules.judge(event, out);
    if (selector.wants(event)) out.add(new Judgement.Selected(event));
    if (event instanceof UnitPosition unit && units.isProgress(unit))
      out.add(new Judgement.UnitProgress(unit));
    return out.isEmpty() ? List.of() : List.copyOf(out);
  }

  /** All it remembers, as JSON. */
  public String checkpoint() {
    return Checkpoint.object(this::write);
  }

  private void write(JsonText json) {
    rules.write(json);
    selector.write(json);
    units.write(json);
  }

  /**
   * Goes on where another stopped; what belongs to rules that are no more is dropped.
   *
   * @throws IllegalArgumentException when it is no checkpoint
   */
  public void restore(String checkpoint) {
    JsonNode json = Checkpoint.parse(checkpoint);
    rules.restore(json);
    selector.restore(json);
    units.restore(json);
  }
}

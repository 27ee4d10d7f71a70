package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules find in one event, and what each may spend on it: counted in steps and judgements, not
 * in time, so that it ends at the same place on every machine and every time.
 */
final class RuleOutput {
  static final int MOST_STEPS = 100_000;
  static final int MOST_JUDGEMENTS = 1_000;

  private final List<Judgement> found = new ArrayList<>();
  private int steps;
  private int foundBefore;
  private boolean selected;

  /** Another event. */
  void clear() {
    found.clear();
    selected = false;
  }

  /** Another rule, with a budget of its own. */
  void beginRule() {
    steps = 0;
    foundBefore = found.size();
  }

  /** @throws OverBudgetException when the rule has found more than it may */
  void add(Judgement judgement) {
    if (found.size() - foundBefore == MOST_JUDGEMENTS)
      throw new OverBudgetException("finds more than " + MOST_JUDGEMENTS + " things in one event");
    found.add(judgement);
  }

  /** The event is for the city's rules, however many of them want it. */
  void select(CityEvent event) {
    if (!selected) found.add(new Judgement.Selected(event));
    selected = true;
  }

  /**
   * One round of a loop.
   *
   * @throws OverBudgetException when there were too many
   */
  void step() {
    if (++steps > MOST_STEPS)
      throw new OverBudgetException("takes more than " + MOST_STEPS + " steps for one event");
  }

  List<Judgement> found() {
    return found.isEmpty() ? List.of() : List.copyOf(found);
  }
}

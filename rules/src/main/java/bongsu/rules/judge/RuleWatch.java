package bongsu.rules.judge;

import java.util.function.LongSupplier;

/**
 * How whoever runs the rules watches them.
 *
 * @param nowNs a stopwatch, for what a rule takes for an event; it decides nothing but whether a
 *     rule is switched off
 * @param run names this run of the city: a rule that was switched off in another one is tried again
 */
public record RuleWatch(LongSupplier nowNs, String run) {
  /** Nobody looks at a clock. */
  public static final RuleWatch UNTIMED = new RuleWatch(() -> 0, "");
}

package bongsu.rules.judge;

import java.util.function.LongSupplier;

/**
 * How whoever runs the rules watches them. The stopwatches decide nothing but whether a rule is
 * switched off.
 *
 * @param nowNs time that passes, cheap to ask for
 * @param workedNs time that this thread worked: a machine that pauses is no fault of a rule
 * @param run names this run of the city: a rule that was switched off in another one is tried again
 */
public record RuleWatch(LongSupplier nowNs, LongSupplier workedNs, String run) {
  /** Nobody looks at a clock. */
  public static final RuleWatch UNTIMED = new RuleWatch(() -> 0, () -> 0, "");
}

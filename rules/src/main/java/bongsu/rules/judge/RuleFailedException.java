package bongsu.rules.judge;

import org.jspecify.annotations.Nullable;

/** A rule failed on an event, which other rules have judged all the same. */
public final class RuleFailedException extends RuntimeException {
  private final String ruleId;

  RuleFailedException(String ruleId, String what, @Nullable Throwable why) {
    super("rule " + ruleId + " " + what, why);
    this.ruleId = ruleId;
  }

  public String ruleId() {
    return ruleId;
  }
}

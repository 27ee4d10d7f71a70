package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule at work within its budget: the one place where a rule is run. It fails on an event when it
 * throws, takes too many steps or {@value #MOST_MS} ms of work, or finds too much. One that failed on
 * {@value #MOST_FAILURES} of the last 64 events it was given, or remembers more than
 * {@value #MOST_REMEMBERED} things, is switched off: it judges nothing and remembers nothing until
 * it has another version or the city is started again. Failures are part of the checkpoint.
 */
final class GuardedRule {
  static final int MOST_REMEMBERED = 100_000;
  static final int MOST_FAILURES = 3;
  static final long MOST_MS = 100;

  private final Rule rule;
  private final RunningRule running;
  private final RuleWatch watch;
  /** A bit for each of the last 64 events, the latest lowest: whether it failed. */
  private long failures;

  private boolean off;
  /** So many events more are timed by the thread's work, which is dear to ask for. */
  private int timed;

  GuardedRule(Rule rule, RunningRule running, RuleWatch watch) {
    this.rule = rule;
    this.running = running;
    this.watch = watch;
  }

  Rule rule() {
    return rule;
  }

  RunningRule running() {
    return running;
  }

  boolean isOff() {
    return off;
  }

  /**
   * Judges an event; what it said before it failed counts, as it will not say that again.
   *
   * @param failed takes why it failed
   */
  void judge(CityEvent event, RuleOutput out, List<RuleFailedException> failed) {
    if (off) return;
    failures <<= 1;
    out.beginRule();
    long beganNs = watch.nowNs().getAsLong();
    long workedNs = timed > 0 ? watch.workedNs().getAsLong() : 0;
    try {
      running.judge(event, out);
      requireQuick(beganNs, workedNs);
      if (running.remembered() > MOST_REMEMBERED)
        failed.add(switchOff("remembers more than " + MOST_REMEMBERED + " things", null));
    } catch (RuntimeException | StackOverflowError why) {
      failed.add(onFailure(why));
    }
  }

  /** The first that took long may have been the machine's fault: those after it are timed. */
  private void requireQuick(long beganNs, long workedNs) {
    boolean isTimed = timed > 0;
    if (isTimed) timed--;
    if (watch.nowNs().getAsLong() - beganNs <= MOST_MS * 1_000_000) return;
    timed = 64;
    if (!isTimed) return;
    long tookMs = (watch.workedNs().getAsLong() - workedNs) / 1_000_000;
    if (tookMs > MOST_MS) throw new OverBudgetException("takes " + tookMs + " ms for one event");
  }

  private RuleFailedException onFailure(Throwable why) {
    failures |= 1;
    String what = why instanceof OverBudgetException over ? over.what() : "failed: " + why;
    return Long.bitCount(failures) >= MOST_FAILURES
        ? switchOff(what, why)
        : new RuleFailedException(rule.head().id(), what, why);
  }

  private RuleFailedException switchOff(String what, @Nullable Throwable why) {
    off = true;
    running.restore(Checkpoint.NOTHING);
    return new RuleFailedException(rule.head().id(), what + "; it is switched off", why);
  }

  /** Adds what must be known of its failures under a name; nothing while there are none. */
  void writeFailures(String name, JsonText json) {
    if (failures == 0 && !off) return;
    json.open(name).put("version", rule.head().version()).put("run", watch.run());
    json.put("failures", Long.toHexString(failures)).put("off", off).close();
  }

  /** Takes over the failures of the same version in the same run; any other begins afresh. */
  void restoreFailures(JsonNode saved) {
    boolean same = saved.path("version").asInt() == rule.head().version()
        && saved.path("run").asText().equals(watch.run());
    failures = same ? Long.parseUnsignedLong(saved.path("failures").asText("0"), 16) : 0;
    off = same && saved.path("off").asBoolean();
    if (off) running.restore(Checkpoint.NOTHING);
  }
}

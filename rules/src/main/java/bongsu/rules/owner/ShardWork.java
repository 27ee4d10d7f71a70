package bongsu.rules.owner;

import bongsu.core.event.CityEvent;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.RuleFailedException;
import bongsu.rules.judge.ShardJudge;
import java.util.List;
import java.util.function.Consumer;

/**
 * Judges a shard's committed events in the order of their numbers and says what to write. An owner
 * that resumes from a checkpoint and is given the same events says the same under the same keys.
 */
public final class ShardWork {
  /**
   * Where the owner before stopped.
   *
   * @param state empty at the very first start
   * @param rulesOff what it said is switched off
   */
  public record Start(long lastSeq, long judgedSeq, String state, List<String> rulesOff) {
    public Start {
      rulesOff = List.copyOf(rulesOff);
    }

    /** All rules were on. */
    public Start(long lastSeq, long judgedSeq, String state) {
      this(lastSeq, judgedSeq, state, List.of());
    }
  }

  private final Consumer<ShardEntry> out;
  private ShardJudge judge;
  private long judgedSeq;
  private long lastSeq;
  private long keptSeq;
  private List<String> keptOff = List.of();

  /**
   * @param judge with nothing in memory
   * @param out takes what must be written, in this order
   */
  public ShardWork(ShardJudge judge, Consumer<ShardEntry> out) {
    this.judge = judge;
    this.out = out;
  }

  /**
   * Goes back to the checkpoint; the events behind it must follow.
   *
   * @throws RuntimeException when the rules' memory cannot be read; the numbers are taken
   */
  public void resume(Start start) {
    judgedSeq = start.judgedSeq();
    keptSeq = judgedSeq;
    lastSeq = start.lastSeq();
    keptOff = start.rulesOff();
    if (!start.state().isEmpty()) judge.restore(start.state());
  }

  /** Judges one committed event; a rule that is switched off by it stays so, also for the next owner. */
  public void on(long seq, CityEvent event) {
    judgedSeq = seq;
    try {
      for (Judgement judgement : judge.on(event))
        out.accept(new ShardEntry.Judged(++lastSeq, judgement));
      for (RuleFailedException failed : judge.failed()) leaveOut(seq, event, failed);
    } catch (RuntimeException e) {
      // Left out, rather than stop all others of its shard.
      leaveOut(seq, event, e);
    }
  }

  private void leaveOut(long seq, CityEvent event, RuntimeException why) {
    out.accept(new ShardEntry.LeftOut(seq, event.origin().source(), why));
    if (!keptOff.equals(judge.listOff())) checkpoint();
  }

  /** Goes on with a judge that sees other assets or rules, and remembers what this one did. */
  public void goOnWith(ShardJudge other) {
    other.restore(judge.checkpoint());
    judge = other;
  }

  /** Keeps the state reached, behind all judgements that led to it; false when nothing is new. */
  public boolean checkpoint() {
    List<String> off = judge.listOff();
    if (judgedSeq == keptSeq && off.equals(keptOff)) return false;
    keptSeq = judgedSeq;
    keptOff = off;
    out.accept(new ShardEntry.Checkpoint(judgedSeq, lastSeq, judge.checkpoint(), off));
    return true;
  }

  /** The number of the last judged event. */
  public long judgedSeq() {
    return judgedSeq;
  }
}

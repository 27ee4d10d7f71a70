package bongsu.rules.owner;

import bongsu.core.event.CityEvent;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.ShardJudge;
import java.util.function.Consumer;

/**
 * Judges a shard's committed events in the order of their numbers and says what to write. An owner
 * that resumes from a checkpoint and is given the same events says the same under the same keys.
 */
public final class ShardWork {
  /** Where the owner before stopped; state is empty at the very first start. */
  public record Start(long lastSeq, long judgedSeq, String state) {}

  private final Consumer<ShardEntry> out;
  private ShardJudge judge;
  private long judgedSeq;
  private long lastSeq;
  private long keptSeq;

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
    if (!start.state().isEmpty()) judge.restore(start.state());
  }

  /** Judges one committed event. */
  public void on(long seq, CityEvent event) {
    judgedSeq = seq;
    try {
      for (Judgement judgement : judge.on(event))
        out.accept(new ShardEntry.Judged(++lastSeq, judgement));
    } catch (RuntimeException e) {
      // Left out, rather than stop all others of its shard.
      out.accept(new ShardEntry.LeftOut(seq, event.origin().source(), e));
    }
  }

  /** Goes on with a judge that sees other assets or rules, and remembers what this one did. */
  public void goOnWith(ShardJudge other) {
    other.restore(judge.checkpoint());
    judge = other;
  }

  /** Keeps the state reached, behind all judgements that led to it; false when nothing is new. */
  public boolean checkpoint() {
    if (judgedSeq == keptSeq) return false;
    keptSeq = judgedSeq;
    out.accept(new ShardEntry.Checkpoint(judgedSeq, lastSeq, judge.checkpoint()));
    return true;
  }

  /** The number of the last judged event. */
  public long judgedSeq() {
    return judgedSeq;
  }
}

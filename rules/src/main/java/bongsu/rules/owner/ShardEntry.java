package bongsu.rules.owner;

import bongsu.rules.judge.Judgement;

/** One line of a shard owner's log, in the order in which it must be written. */
public sealed interface ShardEntry {
  /** @param seq of the judgement, in its shard */
  record Judged(long seq, Judgement judgement) implements ShardEntry {}

  /**
   * An event that a rule could not bear.
   *
   * @param seq of the event
   */
  record LeftOut(long seq, String source, Throwable why) implements ShardEntry {}

  /** @param lastSeq of the last judgement that the state stands for */
  record Checkpoint(long judgedSeq, long lastSeq, String state) implements ShardEntry {}
}

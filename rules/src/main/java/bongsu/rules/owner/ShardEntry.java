package bongsu.rules.owner;

import bongsu.rules.judge.Judgement;
import java.util.List;

/** One line of a shard owner's log, in the order in which it must be written. */
public sealed interface ShardEntry {
  /** @param seq of the judgement, in its shard */
  record Judged(long seq, Judgement judgement) implements ShardEntry {}

  /**
   * An event that a rule could not bear; others may have judged it.
   *
   * @param seq of the event
   */
  record LeftOut(long seq, String source, Throwable why) implements ShardEntry {}

  /**
   * @param lastSeq of the last judgement that the state stands for
   * @param rulesOff ids of the rules that are switched off in it
   */
  record Checkpoint(long judgedSeq, long lastSeq, String state, List<String> rulesOff)
      implements ShardEntry {
    public Checkpoint {
      rulesOff = List.copyOf(rulesOff);
    }

    /** All rules are on. */
    public Checkpoint(long judgedSeq, long lastSeq, String state) {
      this(judgedSeq, lastSeq, state, List.of());
    }
  }
}

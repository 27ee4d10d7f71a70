package bongsu.rules.owner;

import java.util.Arrays;

/** How far fusion has read each shard's calls and judgements. */
public final class Cursors {
  private final long[] judgements;
  private final long[] calls;

  /** At the very beginning of all. */
  public Cursors(int shards) {
    this.judgements = new long[shards];
    this.calls = new long[shards];
  }

  /** As kept; shards added since start at their beginning. */
  public static Cursors kept(int shards, Long[] judgements, Long[] calls) {
    Cursors cursors = new Cursors(shards);
    for (int i = 0; i < Math.min(shards, judgements.length); i++)
      cursors.judgements[i] = judgements[i];
    for (int i = 0; i < Math.min(shards, calls.length); i++) cursors.calls[i] = calls[i];
    return cursors;
  }

  public void onJudgement(int shard, long seq) {
    judgements[shard] = Math.max(judgements[shard], seq);
  }

  public void onCall(int shard, long seq) {
    calls[shard] = Math.max(calls[shard], seq);
  }

  public Long[] judgements() {
    return Arrays.stream(judgements).boxed().toArray(Long[]::new);
  }

  public Long[] calls() {
    return Arrays.stream(calls).boxed().toArray(Long[]::new);
  }

  public Integer[] shards() {
    Integer[] shards = new Integer[calls.length];
    for (int i = 0; i < shards.length; i++) shards[i] = i;
    return shards;
  }
}

package bongsu.ops.fault.simulate;

import static bongsu.ops.fault.simulate.Violation.unless;

import bongsu.core.event.CityEvent;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.JudgementJson;
import bongsu.rules.judge.ShardJudge;
import bongsu.rules.owner.ShardEntry;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Judges a shard's events as they are committed, without ever starting anew, and compares. */
final class ShardWitness {
  private static final int MOST_STATE = 40_000;

  /** A judgement that must be written next but for those before it. */
  private record Due(long eventSeq, String key, String body) {}

  private final int shard;
  private final ShardJudge judge;
  private final ArrayDeque<Due> due = new ArrayDeque<>();
  private final Map<String, String> written = new HashMap<>();
  private final TreeMap<Long, Long> eventOf = new TreeMap<>();
  private long eventSeq;
  private long callSeq;
  private long judgementSeq;
  private ShardEntry.Checkpoint kept = new ShardEntry.Checkpoint(0, 0, "");

  ShardWitness(int shard, ShardJudge judge) {
    this.shard = shard;
    this.judge = judge;
  }

  void onEvent(long seq, CityEvent event) {
    unless(seq > eventSeq, "event %d of shard %d after %d", seq, shard, eventSeq);
    eventSeq = seq;
    for (Judgement judgement : judge.on(event))
      due.add(new Due(seq, judgement.key(), JudgementJson.encode(judgement)));
  }

  void onCall(long seq) {
    unless(seq > callSeq, "call %d of shard %d after %d", seq, shard, callSeq);
    callSeq = seq;
  }

  void onJudged(long seq, String key, String body) {
    unless(seq > judgementSeq, "judgement %d of shard %d after %d", seq, shard, judgementSeq);
    judgementSeq = seq;
    unless(written.put(key, body) == null, "judged twice: %s", key);
    Due next = due.poll();
    unless(next != null && next.key.equals(key), "judged %s, expected %s", key, next);
    eventOf.put(seq, next.eventSeq);
    unless(next.body.equals(body), "judged differently: %s, expected %s", body, next.body);
  }

  void onCheckpoint(ShardEntry.Checkpoint checkpoint) {
    unless(checkpoint.judgedSeq() > kept.judgedSeq(), "checkpoint back to %s", checkpoint);
    unless(
        due.isEmpty() || due.element().eventSeq > checkpoint.judgedSeq(),
        "checkpoint at %d before %s",
        checkpoint.judgedSeq(),
        due.peek());
    requireJudgedBefore(checkpoint);
    unless(checkpoint.state().length() < MOST_STATE, "rules remember %s", checkpoint.state());
    kept = checkpoint;
    requireSameState();
  }

  /** What the checkpoint's number covers may be pruned: it must never be judged again. */
  private void requireJudgedBefore(ShardEntry.Checkpoint checkpoint) {
    var last = eventOf.floorEntry(checkpoint.lastSeq());
    unless(
        last == null || last.getValue() <= checkpoint.judgedSeq(),
        "%s covers judgements of event %s",
        checkpoint,
        last);
  }

  /** When the checkpoint is of the last event, both remember the same. */
  private void requireSameState() {
    if (kept.judgedSeq() == eventSeq)
      unless(
          kept.state().equals(judge.checkpoint()),
          "the rules of shard %d remember %s, expected %s",
          shard,
          kept.state(),
          judge.checkpoint());
  }

  void requireQuiet() {
    unless(due.isEmpty(), "never judged: %s", due.peek());
    unless(kept.judgedSeq() == eventSeq, "shard %d judged to %s of %d", shard, kept, eventSeq);
    requireSameState();
  }

  /** What was written, by key. */
  Map<String, String> written() {
    return written;
  }
}

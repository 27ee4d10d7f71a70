package bongsu.ops.fault.simulate;

import static bongsu.ops.fault.simulate.Violation.unless;

import bongsu.core.incident.IncidentChange;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.NumberedInput;
import bongsu.rules.owner.ShardEntry;
import bongsu.verticles.shard.Parcel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees every row as it is committed and compares it with what owners that never fail would have
 * written, so that a mistake is told in the step in which it was made.
 */
final class Witness {
  private static final long LONGEST_UNREAD_MS = 300_000;

  /** A committed row of which fusion has not yet said that it read it. */
  private record Unread(String row, long sinceMs) {}

  private final Scheduler scheduler;
  private final List<ShardWitness> shards = new ArrayList<>();
  private final CityWitness fusion;
  private final List<ArrayDeque<Unread>> unreadCalls = new ArrayList<>();
  private final List<ArrayDeque<Unread>> unreadJudgements = new ArrayList<>();
  private final Set<Parcel> calls = new LinkedHashSet<>();
  private Runnable onRow = () -> {};

  Witness(TinyCity city, int shardCount, Scheduler scheduler) {
    this.scheduler = scheduler;
    this.fusion = new CityWitness(city, shardCount);
    for (int i = 0; i < shardCount; i++) {
      shards.add(new ShardWitness(i, city.newShardJudge()));
      unreadCalls.add(new ArrayDeque<>());
      unreadJudgements.add(new ArrayDeque<>());
    }
  }

  /** @param then called when fusion has something to read */
  void onRow(Runnable then) {
    onRow = then;
  }

  void onAcknowledged(Parcel parcel, boolean isKept) {
    unless(isKept, "acknowledged but not committed: %s", parcel.body());
  }

  void onEvent(int shard, long seq, Parcel parcel) {
    boolean inText = Sample.has(seq);
    shards.get(shard).onEvent(seq, inText ? EventDecoder.decodeOwn(parcel.body()) : parcel.event());
  }

  void onCall(int shard, long seq, Parcel parcel, boolean conflict) {
    shards.get(shard).onCall(seq);
    if (!conflict) calls.add(parcel);
    unread(unreadCalls.get(shard), "call/" + shard + "/" + seq);
  }

  void onJudged(int shard, long seq, String key, String body) {
    shards.get(shard).onJudged(seq, key, body);
    unread(unreadJudgements.get(shard), "judgement/" + shard + "/" + seq);
  }

  private void unread(ArrayDeque<Unread> rows, String row) {
    rows.add(new Unread(row, scheduler.nowMs()));
    onRow.run();
  }

  void onCheckpoint(int shard, ShardEntry.Checkpoint checkpoint) {
    shards.get(shard).onCheckpoint(checkpoint);
  }

  void onFusion(
      List<NumberedInput> inputs, List<IncidentChange> changes, List<CityItem> read, String state) {
    for (CityItem item : read) onRead(item);
    fusion.onCommit(inputs, changes, read, state);
  }

  /** @param isOwner nobody else can have written since */
  void onRebuilt(Fusion rebuilt, boolean isOwner) {
    if (isOwner) fusion.requireSame(rebuilt);
  }

  /** Rows of one stream of a shard are read in their order, each once. */
  private void onRead(CityItem item) {
    int shard = item.key().shard();
    String row = item.key().stream() + "/" + shard + "/" + item.key().seq();
    var rows = item.key().stream().equals("call") ? unreadCalls : unreadJudgements;
    Unread next = rows.get(shard).poll();
    unless(next != null, "read twice: %s", row);
    unless(next.row.equals(row), "read %s, skipped or read again: %s", row, next.row);
  }

  /** Nothing waits for ever. */
  void watch() {
    for (var streams : List.of(unreadCalls, unreadJudgements))
      for (ArrayDeque<Unread> rows : streams)
        unless(
            rows.isEmpty() || scheduler.nowMs() - rows.element().sinceMs < LONGEST_UNREAD_MS,
            "nobody reads %s",
            rows.peek());
  }

  /** When all is quiet: nothing is left to judge or to read. */
  void requireQuiet() {
    shards.forEach(ShardWitness::requireQuiet);
    for (var streams : List.of(unreadCalls, unreadJudgements))
      for (ArrayDeque<Unread> rows : streams) unless(rows.isEmpty(), "never read: %s", rows.peek());
  }

  List<ShardWitness> shards() {
    return shards;
  }

  CityWitness fusion() {
    return fusion;
  }

  /** Committed calls and help signals but for those that contradict an earlier one. */
  Set<Parcel> calls() {
    return calls;
  }
}

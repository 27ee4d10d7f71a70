package bongsu.ops.fault.simulate;

import bongsu.core.wire.EventDecoder;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWork;
import bongsu.rules.owner.ShardWrites;
import bongsu.verticles.shard.GroupQueue;
import bongsu.verticles.shard.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** As the shard's verticle wires it: commit in groups, answer, judge, write, keep a checkpoint. */
final class ShardOwner extends Owner {
  private static final int AT_ONCE = 20;
  private static final long PACE_MS = 5;
  private static final double BUSY_PER_S = 20;

  private final GroupQueue<Delivered> telemetry;
  private final GroupQueue<Delivered> urgent;
  private final GroupQueue<ShardEntry> judged;
  private final ShardWork work;
  private final long checkpointMs;
  private long eventSeq;
  private long callSeq;
  private boolean isOpen;
  private boolean checkpointSet;

  ShardOwner(World world, int shard, long epoch) {
    super(world, shard, epoch);
    // In turns as in production, and so often that checkpoints meet judgements under way.
    checkpointMs = epoch % 2 == 0 ? 20 : 5_000;
    telemetry = new GroupQueue<>(AT_ONCE, new Pace(PACE_MS, BUSY_PER_S, world.nowNs()));
    urgent = new GroupQueue<>(AT_ONCE, Pace.none());
    judged = new GroupQueue<>(AT_ONCE, Pace.none());
    work = new ShardWork(world.city().newShardJudge(), judged::add);
  }

  @Override
  void start() {
    ask(() -> world.store().shardStart(shard), start -> {
      work.resume(
          planted(Planted.MEMORY_LOST)
              ? new ShardWork.Start(start.lastSeq(), start.judgedSeq(), "")
              : start);
      replay();
    });
  }

  @Override
  void renewJudge() {
    if (isOpen) work.goOnWith(world.city().newShardJudge());
  }

  private void replay() {
    ask(() -> world.store().eventsSince(shard, work.judgedSeq(), AT_ONCE), this::replay);
  }

  private void replay(TreeMap<Long, String> rows) {
    rows.forEach((seq, body) -> work.on(seq, EventDecoder.decodeOwn(body)));
    commit(judged, this::write);
    if (rows.size() == AT_ONCE) replay();
    else ask(() -> world.store().lastEvent(shard), this::openAfter);
  }

  private void openAfter(long lastEvent) {
    ask(() -> world.store().lastCall(shard), lastCall -> {
      eventSeq = Math.max(lastEvent, work.judgedSeq());
      callSeq = lastCall;
      isOpen = true;
      setCheckpoint();
    });
  }

  /** A sender's event; the answer says that it is committed. Nobody answers before it is open. */
  void on(Delivered delivered) {
    if (!isOpen) return;
    if (planted(Planted.EARLY_ACK)) delivered.settle();
    if (delivered.parcel().urgent()) urgent.add(delivered);
    else telemetry.add(delivered);
    commit(telemetry, this::commitEvents);
    commit(urgent, this::commitCalls);
  }

  /** As {@code GroupCommit} does: one group at a time, in order, at its pace. */
  private <T> void commit(GroupQueue<T> queue, Consumer<List<T>> write) {
    if (!queue.begin()) return;
    long waitNs = queue.waitNs(world.nowNs());
    if (waitNs == 0) write.accept(queue.take(world.nowNs()));
    else later(1 + waitNs / 1_000_000, () -> write.accept(queue.take(world.nowNs())));
  }

  private void commitEvents(List<Delivered> group) {
    long first = eventSeq + 1;
    eventSeq += group.size();
    ask(
        () -> world.store().insertEvents(shard, epoch, Delivered.parcels(group), first),
        added -> onEvents(group, first, added));
  }

  private void onEvents(List<Delivered> group, long first, Set<Long> added) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).settle();
      if (added.contains(first + i) || planted(Planted.DUPLICATE_JUDGED))
        judge(first + i, group.get(i));
    }
    telemetry.done();
    commit(judged, this::write);
    commit(telemetry, this::commitEvents);
  }

  private void judge(long seq, Delivered delivered) {
    work.on(seq, delivered.parcel().event());
    setCheckpoint();
  }

  /** The next of those that come regularly; the others would find nothing new. */
  private void setCheckpoint() {
    if (checkpointSet) return;
    checkpointSet = true;
    later(checkpointMs - world.scheduler().nowMs() % checkpointMs, this::checkpoint);
  }

  private void checkpoint() {
    checkpointSet = false;
    if (work.checkpoint()) commit(judged, this::write);
  }

  private void commitCalls(List<Delivered> group) {
    long first = callSeq + 1;
    callSeq += group.size();
    ask(
        () -> world.store().insertCalls(shard, epoch, Delivered.parcels(group), first, world.now()),
        added -> {
          group.forEach(Delivered::settle);
          world.cluster().hintCity();
          urgent.done();
          commit(urgent, this::commitCalls);
        });
  }

  private void write(List<ShardEntry> group) {
    write(steps(ShardWrites.of(group)), 0);
  }

  private List<Runnable> steps(ShardWrites writes) {
    List<Runnable> steps = new ArrayList<>();
    if (!writes.judged().isEmpty())
      steps.add(() -> world.store().insertJudged(shard, epoch, writes.judged(), world.now()));
    for (ShardEntry.LeftOut out : writes.leftOut())
      throw new Violation("a rule could not bear event " + out);
    int last = planted(Planted.CHECKPOINT_AHEAD) ? 0 : steps.size();
    writes
        .findCheckpoint()
        .ifPresent(kept -> steps.add(last, () -> world.store().keep(shard, epoch, kept)));
    return steps;
  }

  private void write(List<Runnable> steps, int done) {
    if (done < steps.size()) {
      tell(steps.get(done), () -> write(steps, done + 1));
      return;
    }
    world.cluster().hintCity();
    judged.done();
    commit(judged, this::write);
  }
}

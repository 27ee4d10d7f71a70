package bongsu.ops.fault.simulate;

import bongsu.verticles.shard.GroupQueue;
import bongsu.verticles.shard.Pace;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** As the shard's verticle wires it: commit in groups, answer, judge. */
final class ShardOwner extends Owner {
  private static final int AT_ONCE = 20;
  private static final long PACE_MS = 5;
  private static final double BUSY_PER_S = 20;

  private final GroupQueue<Delivered> telemetry;
  private final GroupQueue<Delivered> urgent = new GroupQueue<>(AT_ONCE, Pace.none());
  private final ShardJudging judging;
  private long eventSeq;
  private long callSeq;
  private boolean isOpen;

  ShardOwner(World world, int shard, long epoch) {
    super(world, shard, epoch);
    telemetry = new GroupQueue<>(AT_ONCE, new Pace(PACE_MS, BUSY_PER_S, world.nowNs()));
    // In turns as in production, and so often that checkpoints meet judgements under way.
    judging = new ShardJudging(this, epoch % 2 == 0 ? 20 : 5_000);
  }

  @Override
  void start() {
    judging.resume(() -> ask(() -> world.store().lastEvent(shard), this::openAfter));
  }

  private void openAfter(long lastEvent) {
    ask(() -> world.store().lastCall(shard), lastCall -> {
      eventSeq = Math.max(lastEvent, judging.judgedSeq());
      callSeq = lastCall;
      isOpen = true;
      judging.setCheckpoint();
    });
  }

  @Override
  void renewJudge() {
    if (isOpen) judging.renewJudge();
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
  <T> void commit(GroupQueue<T> queue, Consumer<List<T>> write) {
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
        judging.on(first + i, group.get(i).parcel().event());
    }
    telemetry.done();
    judging.flush();
    commit(telemetry, this::commitEvents);
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
}

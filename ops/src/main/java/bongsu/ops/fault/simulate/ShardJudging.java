package bongsu.ops.fault.simulate;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWork;
import bongsu.rules.owner.ShardWrites;
import bongsu.verticles.shard.GroupQueue;
import bongsu.verticles.shard.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** As {@code Judging} wires it: judges what is committed, writes what came of it, keeps how far. */
final class ShardJudging {
  private static final int AT_ONCE = 20;

  private final ShardOwner owner;
  private final World world;
  private final GroupQueue<ShardEntry> judged = new GroupQueue<>(AT_ONCE, Pace.none());
  private final ShardWork work;
  private final long checkpointMs;
  private boolean checkpointSet;

  /** @param checkpointMs after how long, at most, how far it got is kept */
  ShardJudging(ShardOwner owner, long checkpointMs) {
    this.owner = owner;
    this.world = owner.world;
    this.checkpointMs = checkpointMs;
    this.work = new ShardWork(world.city().newShardJudge(), judged::add);
  }

  /** Goes back to the checkpoint and judges what was committed since. */
  void resume(Runnable then) {
    owner.ask(() -> world.store().shardStart(owner.shard), start -> {
      work.resume(
          owner.planted(Planted.MEMORY_LOST)
              ? new ShardWork.Start(start.lastSeq(), start.judgedSeq(), "")
              : start);
      replay(then);
    });
  }

  private void replay(Runnable then) {
    owner.ask(() -> world.store().eventsSince(owner.shard, work.judgedSeq(), AT_ONCE), rows -> {
      replay(rows);
      if (rows.size() == AT_ONCE) replay(then);
      else then.run();
    });
  }

  private void replay(TreeMap<Long, String> rows) {
    rows.forEach((seq, body) -> work.on(seq, EventDecoder.decodeOwn(body)));
    flush();
  }

  void on(long seq, CityEvent event) {
    work.on(seq, event);
    setCheckpoint();
  }

  /** The next of those that come regularly; the others would find nothing new. */
  void setCheckpoint() {
    if (checkpointSet) return;
    checkpointSet = true;
    owner.later(checkpointMs - world.scheduler().nowMs() % checkpointMs, this::checkpoint);
  }

  private void checkpoint() {
    checkpointSet = false;
    if (work.checkpoint()) flush();
  }

  void flush() {
    owner.commit(judged, this::write);
  }

  void renewJudge() {
    work.goOnWith(world.city().newShardJudge());
  }

  long judgedSeq() {
    return work.judgedSeq();
  }

  private void write(List<ShardEntry> group) {
    write(steps(ShardWrites.of(group)), 0);
  }

  private List<Runnable> steps(ShardWrites writes) {
    List<Runnable> steps = new ArrayList<>();
    for (ShardEntry.LeftOut out : writes.leftOut())
      throw new Violation("a rule could not bear event " + out);
    if (!writes.judged().isEmpty())
      steps.add(
          () -> world.store().insertJudged(owner.shard, owner.epoch, writes.judged(), world.now()));
    int last = owner.planted(Planted.CHECKPOINT_AHEAD) ? 0 : steps.size();
    writes
        .findCheckpoint()
        .ifPresent(
            kept -> steps.add(last, () -> world.store().keep(owner.shard, owner.epoch, kept)));
    return steps;
  }

  private void write(List<Runnable> steps, int done) {
    if (done < steps.size()) {
      owner.tell(steps.get(done), () -> write(steps, done + 1));
      return;
    }
    world.cluster().hintCity();
    judged.done();
    flush();
  }
}

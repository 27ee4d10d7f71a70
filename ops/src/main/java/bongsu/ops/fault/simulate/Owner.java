package bongsu.ops.fault.simulate;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** An owner of a shard or of fusion: acts one step at a time until it doubts, crashes or freezes. */
abstract class Owner {
  final World world;
  final int shard;
  final long epoch;
  private boolean over;
  private long frozenUntilMs;

  Owner(World world, int shard, long epoch) {
    this.world = world;
    this.shard = shard;
    this.epoch = epoch;
  }

  /** Rebuilds from what is committed, then opens. */
  abstract void start();

  /** Goes on with a new judge that remembers what the one before did. */
  abstract void renewJudge();

  /** Runs a step, later when frozen, never when it is over. */
  final void act(Runnable step) {
    if (over) return;
    if (world.scheduler().nowMs() < frozenUntilMs)
      world.scheduler().at(frozenUntilMs, () -> act(step));
    else step.run();
  }

  final void later(long ms, Runnable step) {
    world.scheduler().in(ms, () -> act(step));
  }

  final <T> void ask(Supplier<T> statement, Consumer<T> then) {
    world.network().ask(this, statement, then);
  }

  final void tell(Runnable statement, Runnable then) {
    ask(
        () -> {
          statement.run();
          return true;
        },
        done -> then.run());
  }

  /** Stops in the middle of anything. */
  final void crash() {
    over = true;
  }

  final void freeze(long ms) {
    frozenUntilMs = world.scheduler().nowMs() + ms;
  }

  /** Whether the last write happened is not known, or the lease is gone: stop, let the next look. */
  final void doubt() {
    over = true;
    world.cluster().onOver(this);
  }

  final boolean planted(Planted mistake) {
    return world.planted().contains(mistake);
  }
}

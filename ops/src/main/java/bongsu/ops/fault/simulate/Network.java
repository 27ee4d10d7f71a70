package bongsu.ops.fault.simulate;

import bongsu.verticles.shard.LeaseLostException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything on its way: statements to the store and their answers, events, hints. All may be lost. */
final class Network {
  private static final double LOST_PERCENT = 0.3;
  private static final double HINT_LOST_PERCENT = 50;
  private static final long HINT_LATE_MS = 2_000;
  private static final long GIVE_UP_MS = 12_000;
  private static final long STRAGGLES_MS = 8_000;

  private final Scheduler scheduler;
  private final Chance chance;
  private boolean healed;
  private long awayUntilMs;
  private long newestMs;
  private long lost;
  private long overtaken;

  Network(Scheduler scheduler, Chance chance) {
    this.scheduler = scheduler;
    this.chance = chance;
  }

  /** From now on nothing is lost. */
  void heal() {
    healed = true;
    awayUntilMs = 0;
  }

  /** The store does not answer for a while. */
  void cutStore(long ms) {
    awayUntilMs = scheduler.nowMs() + ms;
  }

  boolean storeIsAway() {
    return scheduler.nowMs() < awayUntilMs;
  }

  /** A statement: what it answers reaches the owner, or its doubt does. */
  <T> void ask(Owner owner, Supplier<T> statement, Consumer<T> then) {
    if (storeIsAway() || isLost()) {
      lost++;
      fail(owner, latencyMs());
    } else if (isLost()) {
      // Committed, but not answered.
      lost++;
      arrive(latencyMs(), () -> execute(owner, statement, answer -> {}));
      fail(owner, chance.between(10, GIVE_UP_MS));
    } else if (isLost()) {
      // Given up first, executed later: the owner may have been replaced meanwhile.
      fail(owner, latencyMs());
      lost++;
      arrive(chance.between(10, STRAGGLES_MS), () -> execute(owner, statement, answer -> {}));
    } else {
      arrive(latencyMs(), () -> execute(owner, statement, then));
    }
  }

  private <T> void execute(Owner owner, Supplier<T> statement, Consumer<T> then) {
    T answer;
    try {
      answer = statement.get();
    } catch (LeaseLostException e) {
      fail(owner, latencyMs());
      return;
    }
    scheduler.in(latencyMs(), () -> owner.act(() -> then.accept(answer)));
  }

  private void fail(Owner owner, long ms) {
    scheduler.in(ms, () -> owner.act(owner::doubt));
  }

  /** A message that arrives, or does not. */
  void send(Runnable arrival) {
    if (isLost()) lost++;
    else arrive(latencyMs(), arrival);
  }

  /** A hint: often late, often lost, even when all else is well. */
  void hint(Runnable arrival) {
    if (!chance.percent(HINT_LOST_PERCENT)) scheduler.in(chance.between(0, HINT_LATE_MS), arrival);
  }

  private void arrive(long ms, Runnable arrival) {
    long atMs = scheduler.nowMs() + ms;
    if (atMs < newestMs) overtaken++;
    newestMs = Math.max(newestMs, atMs);
    scheduler.at(atMs, arrival);
  }

  /** Messages, statements and answers that did not arrive; hints are not counted. */
  long lost() {
    return lost;
  }

  /** Messages and statements that arrived before one sent earlier. */
  long overtaken() {
    return overtaken;
  }

  private boolean isLost() {
    return !healed && chance.percent(LOST_PERCENT);
  }

  private long latencyMs() {
    return !healed && chance.percent(1) ? chance.between(20, 3_000) : chance.between(1, 8);
  }
}

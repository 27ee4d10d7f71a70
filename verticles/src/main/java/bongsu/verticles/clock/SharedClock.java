package bongsu.verticles.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Real time as all nodes of a city have it: this machine's clock, and where that is surely more than
 * {@value #SHOWN_MS} ms off the store's, the store's. So a machine whose clock is wrong refuses and
 * dates nothing by it. Compared at each beat of {@link bongsu.verticles.cluster.LeaseKeeper}, read
 * from any thread.
 */
public final class SharedClock implements InstantSource {
  /** From where on pages and health say that a clock is wrong. */
  public static final long SHOWN_MS = 2_000;

  private final InstantSource machine;
  private volatile long aheadMs;

  public SharedClock(InstantSource machine) {
    this.machine = machine;
  }

  /**
   * The store told its time.
   *
   * @param tookNs how long it took to ask: so much of a difference may be the way
   */
  public void onStoreTime(Instant storeNow, long tookNs) {
    long tookMs = TimeUnit.NANOSECONDS.toMillis(tookNs) + 1;
    long differenceMs = Duration.between(storeNow, machine.instant()).toMillis();
    if (differenceMs > tookMs) aheadMs = differenceMs - tookMs;
    else aheadMs = Math.min(0, differenceMs);
  }

  /** How far this machine is ahead of the store at least, negative when behind. */
  public long aheadMs() {
    return aheadMs;
  }

  public boolean isOff() {
    return Math.abs(aheadMs) > SHOWN_MS;
  }

  @Override
  public Instant instant() {
    Instant now = machine.instant();
    return isOff() ? now.minusMillis(aheadMs) : now;
  }
}

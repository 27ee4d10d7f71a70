package bongsu.verticles.live;

import java.util.concurrent.TimeUnit;

/**
 * How often a screen may change its view, each of which costs a look at the whole picture: as fast
 * as hands move a map, not in a loop. One event loop only.
 */
final class WatchRate {
  /** What a screen that asks for more is told when it is closed. */
  static final String WORDS = "too many views: at most 30 at once, then 3 a second";

  private static final int AT_ONCE = 30;
  private static final long ONE_EVERY_NS = TimeUnit.SECONDS.toNanos(1) / 3;

  private long fullAtNs;
  private boolean begun;

  /** Counts one more view; false when it is too many. */
  boolean mayWatch(long nowNs) {
    if (!begun || fullAtNs - nowNs < 0) fullAtNs = nowNs;
    begun = true;
    if (fullAtNs - nowNs > (AT_ONCE - 1) * ONE_EVERY_NS) return false;
    fullAtNs += ONE_EVERY_NS;
    return true;
  }
}

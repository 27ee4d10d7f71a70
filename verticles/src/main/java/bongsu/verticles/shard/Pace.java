package bongsu.verticles.shard;

import java.util.concurrent.TimeUnit;

/**
 * How soon one group may follow another. While items come thick, groups of one or two would cost
 * more of the machine's cores than the wait for a few more costs time. One thread only.
 */
public final class Pace {
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);

  private final long paceNs;
  private final double busyPerS;
  private long beganNs;
  private long lookedNs;
  private long added;
  private boolean busy;

  /**
   * @param paceMs from the beginning of one group to that of the next, while it is busy
   * @param busyPerS from how many items a second on it is busy
   * @param nowNs by {@link System#nanoTime}, as everywhere here
   */
  public Pace(long paceMs, double busyPerS, long nowNs) {
    this.paceNs = TimeUnit.MILLISECONDS.toNanos(paceMs);
    this.busyPerS = busyPerS;
    this.beganNs = nowNs - paceNs;
    this.lookedNs = nowNs;
  }

  /** Groups follow as fast as they can be written. */
  public static Pace none() {
    return new Pace(0, Double.MAX_VALUE, 0);
  }

  void onAdded() {
    added++;
  }

  void onBegun(long nowNs) {
    beganNs = nowNs;
  }

  /** How long the next group has to wait; 0 or less: not at all. */
  long waitNs(long nowNs) {
    if (nowNs - lookedNs >= LOOK_NS) look(nowNs);
    return busy ? beganNs + paceNs - nowNs : 0;
  }

  private void look(long nowNs) {
    busy = added * 1e9 / (nowNs - lookedNs) >= busyPerS;
    added = 0;
    lookedNs = nowNs;
  }
}

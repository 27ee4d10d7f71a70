package bongsu.verticles.store;

import java.util.concurrent.TimeUnit;

/**
 * Whether the store can be reached, decided once for a node: away after a second without an answer,
 * back only after it has answered for a while and all shards have owners who can write. Written by
 * {@link StoreWatch} only, read from any thread.
 */
public final class Reachability {
  private static final long AWAY_AFTER_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long STEADY_NS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private volatile boolean away;
  private long answeredNs;
  private long steadySinceNs;

  /** @param nowNs monotonic, as all others here */
  public Reachability(long nowNs) {
    answeredNs = nowNs;
    steadySinceNs = nowNs;
  }

  /** Whether it counts as not there. */
  public boolean isAway() {
    return away;
  }

  /** @param owned whether every shard and the city have an owner */
  void onAnswer(long nowNs, boolean owned) {
    answeredNs = nowNs;
    if (away && owned && nowNs - steadySinceNs >= STEADY_NS) away = false;
  }

  void onNoAnswer(long nowNs) {
    steadySinceNs = nowNs;
    if (nowNs - answeredNs >= AWAY_AFTER_NS) away = true;
  }
}

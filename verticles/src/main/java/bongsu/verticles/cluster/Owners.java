package bongsu.verticles.cluster;

import java.util.Map;
import java.util.Optional;

/**
 * Who owns which shard as far as this node knows; may be a moment old. Written by the lease keeper
 * only, read from any thread.
 */
public final class Owners {
  private volatile Map<Integer, Lease> leases = Map.of();
  private volatile int nodes;
  private volatile int shards;

  void know(Map<Integer, Lease> now, int nodesNow, int shardsNow) {
    leases = Map.copyOf(now);
    nodes = nodesNow;
    shards = shardsNow;
  }

  /** The living lease of a shard; empty while nobody holds it. */
  public Optional<Lease> find(int shard) {
    return Optional.ofNullable(leases.get(shard));
  }

  /** Whether every shard and the city have an owner. */
  public boolean areAllKnown() {
    for (int shard = Lease.CITY; shard < shards; shard++) if (find(shard).isEmpty()) return false;
    return shards > 0;
  }

  /** How many nodes breathe. */
  public int nodes() {
    return nodes;
  }

  /** How many shards events are spread over; 0 until the table was read. */
  public int shards() {
    return shards;
  }

  /** The shard of a thing: the same on every node and in every run. */
  public int shardOf(String subject) {
    return Math.floorMod(spread(subject.hashCode()), shards);
  }

  /** String hashes of numbered things differ in their low bits only; this spreads them. */
  private static int spread(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ (h >>> 16);
  }
}

package bongsu.ops.fault;

import java.util.Locale;

/** To which process it is done; who owns what is looked up when it is done. */
enum Victim {
  /** A node that owns shards, and not the city when another is to be had. */
  SHARD_OWNER,
  /** The node that owns the city's fusion. */
  CITY_OWNER,
  /** Any node, by its number. */
  NODE,
  STORE,
  LAUNCHER;

  boolean isNode() {
    return this != STORE && this != LAUNCHER;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

package bongsu.verticles.cluster;

/**
 * The right to write one shard, until its row carries another epoch.
 *
 * @param shard 0 and up for events by thing, {@link #CITY} for fusion
 */
public record Lease(int shard, long epoch) {
  /** The shard number of the city's fusion. */
  public static final int CITY = -1;

  /**
   * Opens every statement that writes: holds the lease's row to our epoch
   * ($1 shard, $2 epoch). No row, no write.
   */
  public static final String LOCK =
      "with lease as materialized (select 1 from shard_lease where shard = $1 and epoch = $2 for key share) ";
}

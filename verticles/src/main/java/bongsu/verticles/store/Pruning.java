package bongsu.verticles.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** Deletes rows that have done their work and that nobody will read again. */
public final class Pruning {
  private static final int AT_ONCE = 10_000;

  /** Read by fusion, and behind the checkpoint of their shard, so that they are not judged again. */
  private static final String JUDGEMENTS =
      "with done as (select c.shard, least(c.judgement_seq, f.judgement_seqs[c.shard + 1]) as seq "
          + "from shard_checkpoint c cross join fusion_checkpoint f) "
          + "delete from judgement where (shard, seq) in (select j.shard, j.seq from done "
          + "cross join lateral (select shard, seq from judgement where shard = done.shard "
          + "and seq <= done.seq and judged_at < clock_timestamp() - interval '1 hour' "
          + "order by seq limit "
          + AT_ONCE + ") j)";

  /** Every start of a node is a new row; a dead one counts for nothing after 3 s. */
  private static final String NODES =
      "delete from node where seen_at < clock_timestamp() - interval '1 hour'";

  private Pruning() {}

  /**
   * Deletes what is due, in parts, so that no statement takes long.
   *
   * @return how many rows
   */
  public static Future<Long> prune(Pool pool) {
    return pool.query(NODES).execute().compose(nodes -> judgements(pool, 0)
        .map(rows -> rows + nodes.rowCount()));
  }

  private static Future<Long> judgements(Pool pool, long before) {
    return pool.query(JUDGEMENTS).execute().compose(deleted -> {
      long all = before + deleted.rowCount();
      return deleted.rowCount() < AT_ONCE ? Future.succeededFuture(all) : judgements(pool, all);
    });
  }
}

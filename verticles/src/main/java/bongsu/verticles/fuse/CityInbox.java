package bongsu.verticles.fuse;

import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.Cursors;
import bongsu.rules.owner.RowKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits for fusion: committed calls, help signals and judgements, each read once by one cursor
 * a shard.
 */
final class CityInbox {
  private static final String NEXT =
      "select 'call' as kind, e.shard, e.seq, e.body, e.conflict, e.receipts_are_incidents as merged, e.received_at as at "
          + "from unnest($1::int[], $2::bigint[]) as c(shard, seq) cross join lateral (select * from call_event "
          + "where shard = c.shard and seq > c.seq order by seq limit 500) e "
          + "union all select 'judgement', j.shard, j.seq, j.body, false, false, j.judged_at "
          + "from unnest($1::int[], $3::bigint[]) as c(shard, seq) cross join lateral (select * from judgement "
          + "where shard = c.shard and seq > c.seq order by seq limit 500) j "
          + "order by at, kind, shard, seq";

  private final Pool pool;

  CityInbox(Pool pool) {
    this.pool = pool;
  }

  /** The next rows in the order in which fusion shall number them; none when all is read. */
  Future<List<CityItem>> next(Cursors cursors) {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.of(cursors.shards(), cursors.calls(), cursors.judgements()))
        .map(rows -> {
          List<CityItem> items = new ArrayList<>();
          for (Row row : rows) items.add(item(row));
          return items;
        });
  }

  private static CityItem item(Row row) {
    return new CityItem(
        new RowKey(row.getString("kind"), row.getInteger("shard"), row.getLong("seq")),
        row.getString("body"),
        row.getBoolean("conflict"),
        row.getBoolean("merged"),
        row.getOffsetDateTime("at").toInstant());
  }
}

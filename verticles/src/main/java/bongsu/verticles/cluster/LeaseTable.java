package bongsu.verticles.cluster;

import bongsu.verticles.clock.SharedClock;
import bongsu.verticles.store.Store;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code shard_lease}; every comparison is by PostgreSQL's clock. A lease is over when it
 * expires, and sooner when its owner missed two beats and its connection is gone: so a killed
 * process is replaced in a second, a frozen one after the lease's time.
 */
final class LeaseTable {
  /** How long a lease lives without renewal. */
  static final int TTL_MS = 3_000;

  /** Two beats missed: enough for a lease whose owner has no connection any more. */
  private static final int MISSED_MS = 1_000;

  private static final int ANSWER_MS = 2_000;

  private static final String TTL_OF = "interval '" + TTL_MS + " milliseconds'";
  private static final String TTL = "clock_timestamp() + " + TTL_OF;
  private static final String BREATHE =
      "insert into node (node_id, seen_at, clock_ahead_ms) values ($1, clock_timestamp(), $2) "
          + "on conflict (node_id) do update set seen_at = excluded.seen_at, "
          + "clock_ahead_ms = excluded.clock_ahead_ms returning seen_at";
  private static final String RENEW =
      "update shard_lease set expires_at = " + TTL + " where owner = $1 returning shard, epoch";
  private static final String CONNECTED =
      "exists (select 1 from pg_stat_activity where datname = current_database() "
          + "and application_name = '" + Store.LEASES_OF + "' || %s)";
  private static final String LIVING = "(expires_at > clock_timestamp() and ("
      + CONNECTED.formatted("owner") + " or expires_at > " + ago(MISSED_MS) + " + " + TTL_OF + "))";
  private static final String BREATHING = "seen_at > " + ago(TTL_MS) + " and ("
      + CONNECTED.formatted("node_id") + " or seen_at > " + ago(MISSED_MS) + ")";
  private static final String LIST = "select shard, epoch, owner, " + LIVING + " as living, "
      + "(select count(*) from node where " + BREATHING + ") as nodes "
      + "from shard_lease order by shard";
  private static final String TAKE =
      "update shard_lease set owner = $1, epoch = epoch + 1, expires_at = " + TTL
          + " where shard in (select shard from shard_lease where not " + LIVING
          + " order by shard limit $2 for update skip locked) returning shard, epoch";
  private static final String RELEASE =
      "update shard_lease set owner = null, expires_at = '-infinity' where shard = $1 and epoch = $2 and owner = $3";
  private static final String LEAVE = "delete from node where node_id = $1";

  /** A row as it stands: who owns the shard, and whether that lease still lives. */
  record Entry(int shard, long epoch, @Nullable String owner, boolean living) {}

  /** All rows, and how many nodes breathe. */
  record View(List<Entry> entries, int nodes) {}

  private final Pool pool;
  private final String owner;
  private final SharedClock clock;

  LeaseTable(Store store) {
    this.pool = store.leases();
    this.owner = store.owner();
    this.clock = store.clock();
  }

  private static String ago(int ms) {
    return "clock_timestamp() - interval '" + ms + " milliseconds'";
  }

  /**
   * Says that this node lives, compares the clocks and renews all its leases; answers those it still
   * has.
   */
  Future<List<Lease>> renew() {
    long askedNs = System.nanoTime();
    return pool.preparedQuery(BREATHE)
        .execute(Tuple.of(owner, clock.aheadMs()))
        .onSuccess(rows -> clock.onStoreTime(
            rows.iterator().next().getOffsetDateTime("seen_at").toInstant(),
            System.nanoTime() - askedNs))
        .compose(done -> pool.preparedQuery(RENEW).execute(Tuple.of(owner)))
        .timeout(ANSWER_MS, TimeUnit.MILLISECONDS)
        .map(LeaseTable::leases);
  }

  Future<View> view() {
    return pool.preparedQuery(LIST)
        .execute()
        .timeout(ANSWER_MS, TimeUnit.MILLISECONDS)
        .map(rows -> {
          List<Entry> entries = new ArrayList<>();
          int nodes = 0;
          for (Row row : rows) {
            entries.add(new Entry(
                row.getInteger("shard"),
                row.getLong("epoch"),
                row.getString("owner"),
                row.getBoolean("living")));
            nodes = row.getInteger("nodes");
          }
          return new View(entries, nodes);
        });
  }

  /** Takes up to {@code most} leases that nobody holds. */
  Future<List<Lease>> take(int most) {
    return pool.preparedQuery(TAKE).execute(Tuple.of(owner, most)).map(LeaseTable::leases);
  }

  Future<Void> release(Lease lease) {
    return pool.preparedQuery(RELEASE)
        .execute(Tuple.of(lease.shard(), lease.epoch(), owner))
        .mapEmpty();
  }

  /** This node no longer counts for fair shares. */
  Future<Void> leave() {
    return pool.preparedQuery(LEAVE).execute(Tuple.of(owner)).mapEmpty();
  }

  private static List<Lease> leases(RowSet<Row> rows) {
    List<Lease> leases = new ArrayList<>();
    for (Row row : rows) leases.add(new Lease(row.getInteger("shard"), row.getLong("epoch")));
    return leases;
  }
}

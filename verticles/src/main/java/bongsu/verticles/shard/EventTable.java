package bongsu.verticles.shard;

import bongsu.verticles.cluster.Lease;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Telemetry in the table {@code event}: one statement a group, one partition a day. */
final class EventTable {
  private static final long PARTITION_NOTED_NS = Duration.ofMinutes(5).toNanos();
  private static final String INSERT = Lease.LOCK
      + ", added as (insert into event (day, shard, seq, source, event_id, observed_at, body) "
      + "select r.day, $1, r.seq, r.source, r.event_id, r.observed_at, r.body from lease, "
      + "unnest($3::date[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::text[]) "
      + "as r(day, seq, source, event_id, observed_at, body) on conflict do nothing returning seq) "
      + "select (select count(*) from lease) as held, (select array_agg(seq) from added) as added";
  private static final String SINCE =
      "select seq, body from event where shard = $1 and seq > $2 order by seq limit $3";
  private static final String LAST =
      "select coalesce(max(seq), 0) as last from event where shard = $1";

  private final Pool pool;
  private final Lease lease;
  private final Map<LocalDate, Long> notedDays = new HashMap<>();

  EventTable(Pool pool, Lease lease) {
    this.pool = pool;
    this.lease = lease;
  }

  /**
   * Commits a group.
   *
   * @param firstSeq number of the first; the others follow
   * @return the numbers that were new; the others were duplicates
   */
  Future<Set<Long>> insert(List<Waiting> group, long firstSeq) {
    int n = group.size();
    LocalDate[] days = new LocalDate[n];
    Long[] seqs = new Long[n];
    String[] sources = new String[n];
    String[] eventIds = new String[n];
    OffsetDateTime[] observed = new OffsetDateTime[n];
    String[] bodies = new String[n];
    for (int i = 0; i < n; i++) {
      Parcel parcel = group.get(i).parcel();
      observed[i] = parcel.event().observedAt().atOffset(ZoneOffset.UTC);
      days[i] = observed[i].toLocalDate();
      seqs[i] = firstSeq + i;
      sources[i] = parcel.event().origin().source();
      eventIds[i] = parcel.event().origin().eventId();
      bodies[i] = parcel.body();
    }
    Tuple values = Tuple.of(lease.shard(), lease.epoch(), days, seqs, sources, eventIds)
        .addValue(observed)
        .addValue(bodies);
    return noteDays(new HashSet<>(Arrays.asList(days)))
        .compose(ready -> pool.preparedQuery(INSERT).execute(values))
        .onFailure(why -> notedDays.clear())
        .map(EventTable::added);
  }

  static Set<Long> added(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    if (row.getLong("held") == 0) throw new LeaseLostException();
    Long[] added = row.getArrayOfLongs("added");
    return added == null ? Set.of() : Set.of(added);
  }

  /** Makes missing partitions, and says now and then that a day is in use. */
  private Future<Void> noteDays(Set<LocalDate> days) {
    long now = System.nanoTime();
    Future<Void> noted = Future.succeededFuture();
    for (LocalDate day : days) {
      Long last = notedDays.get(day);
      if (last != null && now - last < PARTITION_NOTED_NS) continue;
      noted = noted
          .compose(go -> pool.preparedQuery("select ensure_event_day($1)").execute(Tuple.of(day)))
          .onSuccess(done -> notedDays.put(day, now))
          .mapEmpty();
    }
    return noted;
  }

  /** The committed events after a number, in order. */
  Future<RowSet<Row>> since(long seq, int most) {
    return pool.preparedQuery(SINCE).execute(Tuple.of(lease.shard(), seq, most));
  }

  /** The highest number given so far. */
  Future<Long> lastSeq() {
    return pool.preparedQuery(LAST)
        .execute(Tuple.of(lease.shard()))
        .map(rows -> rows.iterator().next().getLong("last"));
  }
}

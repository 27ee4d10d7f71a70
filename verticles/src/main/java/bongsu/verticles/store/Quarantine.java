package bongsu.verticles.store;

import bongsu.rules.owner.RowKey;
import bongsu.verticles.cluster.Lease;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kept inputs that rules or fusion cannot bear (a fault of ours, never the sender's): left out, so
 * that the others go on, and shown among the rejections. What fails in fusion is tried {@value
 * #MOST_TRIES} times first, an event on which a rule fails is not. Both stay in the store.
 */
public final class Quarantine {
  private static final int MOST_TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final int LONGEST_WHY = 500;
  private static final String FAILED = Lease.LOCK
      + ", failed as (insert into quarantine as q (stream, shard, seq, tries, why) "
      + "select $3, $4, $5, $6, $7 from lease on conflict (stream, shard, seq) "
      + "do update set tries = q.tries + excluded.tries, why = excluded.why returning tries), "
      + "given_up as (select * from failed where tries = " + MOST_TRIES + "), "
      + "counted as (insert into rejection_count as c (source, field, reason, count, last_at) "
      + "select $8, $3, 'kept, but left out: Bongsu could not bear it', 1, clock_timestamp() from given_up "
      + "on conflict (source, field, reason) do update set count = c.count + 1, last_at = excluded.last_at), "
      + "shown as (insert into rejection_sample (at, source, field, reason, sample) select clock_timestamp(), "
      + "$8, $3, 'kept, but left out: Bongsu could not bear it', left($7, 200) from given_up) "
      + "select tries from failed";
  private static final String GIVEN_UP =
      "select stream, shard, seq from quarantine where tries >= " + MOST_TRIES;

  private final Pool pool;
  private final Lease lease;

  public Quarantine(Pool pool, Lease lease) {
    this.pool = pool;
    this.lease = lease;
  }

  /** Counts a failed try; whoever tries again reads {@link #listGivenUp} first. */
  public Future<Void> onFailed(RowKey input, String source, Throwable why) {
    return note(input, source, why, 1);
  }

  /** Not to be tried again. */
  public Future<Void> giveUp(RowKey input, String source, Throwable why) {
    return note(input, source, why, MOST_TRIES);
  }

  private Future<Void> note(RowKey input, String source, Throwable why, int tries) {
    LOG.error("{} {}/{} of {} failed", input.stream(), input.shard(), input.seq(), source, why);
    String text = why.toString();
    Tuple values = Tuple.of(
            lease.shard(), lease.epoch(), input.stream(), input.shard(), input.seq(), tries)
        .addValue(text.substring(0, Math.min(text.length(), LONGEST_WHY)))
        .addValue(source);
    return pool.preparedQuery(FAILED).execute(values).mapEmpty();
  }

  /** All inputs that were tried often enough. */
  public Future<Set<RowKey>> listGivenUp() {
    return pool.preparedQuery(GIVEN_UP).execute().map(rows -> {
      Set<RowKey> inputs = new HashSet<>();
      for (Row row : rows)
        inputs.add(
            new RowKey(row.getString("stream"), row.getInteger("shard"), row.getLong("seq")));
      return inputs;
    });
  }
}

package bongsu.verticles.store;

import io.vertx.core.Future;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How long telemetry is kept.
 *
 * @param days a day nobody has written to for so long is dropped
 * @param maxBytes when there is more, the longest unused day is dropped as well
 */
public record Kept(int days, long maxBytes) {
  private static final String DROP = "select drop_old_event_days($1, $2) as day";

  /** Drops whole days that are due; answers which. */
  public Future<List<LocalDate>> dropOld(Pool pool) {
    Interval keep = Interval.of(Duration.ofDays(days));
    return pool.preparedQuery(DROP).execute(Tuple.of(keep, maxBytes)).map(rows -> {
      List<LocalDate> dropped = new ArrayList<>();
      rows.forEach(row -> dropped.add(row.getLocalDate("day")));
      return dropped;
    });
  }
}

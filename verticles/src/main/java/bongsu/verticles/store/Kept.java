package bongsu.verticles.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How long telemetry is kept: 7 days, or less when there is more than 10 GB of it. */
public final class Kept {
  public static final int DAYS = 7;
  public static final long MAX_BYTES = 10L << 30;

  private static final String DROP = "select drop_old_event_days($1, $2) as day";

  private Kept() {}

  /** Drops whole days that are due; answers which. */
  public static Future<List<LocalDate>> dropOld(Pool pool) {
    io.vertx.pgclient.data.Interval keep =
        io.vertx.pgclient.data.Interval.of(Duration.ofDays(DAYS));
    return pool.preparedQuery(DROP).execute(Tuple.of(keep, MAX_BYTES)).map(rows -> {
      List<LocalDate> dropped = new ArrayList<>();
      rows.forEach(row -> dropped.add(row.getLocalDate("day")));
      return dropped;
    });
  }
}

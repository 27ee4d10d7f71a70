package bongsu.verticles.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where new connections go when the store is several servers, of which one takes writes: asks them
 * all. One that was primary before a standby was promoted, and comes back as if nothing had
 * happened, has an older timeline and gets no connection. Safe for any thread.
 */
public final class Primary implements Supplier<Future<SqlConnectOptions>> {
  private static final Logger LOG = LoggerFactory.getLogger(Primary.class);
  private static final int ANSWER_MS = 3_000;
  private static final long HOLDS_NS = TimeUnit.SECONDS.toNanos(1);
  private static final int STANDBY = 0;
  private static final String TIMELINE = "select case when pg_is_in_recovery() then '0' "
      + "else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end";

  private final Vertx vertx;
  private final List<PgConnectOptions> servers;
  private @Nullable Future<SqlConnectOptions> found;
  private volatile long askedAtNs;
  private long newest;

  /** @param options whose host may be several, with commas between */
  public Primary(Vertx vertx, PgConnectOptions options) {
    this.vertx = vertx;
    this.servers = Arrays.stream(options.getHost().split(","))
        .map(host -> new PgConnectOptions(options).setHost(host.strip()))
        .toList();
  }

  @Override
  public synchronized Future<SqlConnectOptions> get() {
    if (servers.size() == 1) return Future.succeededFuture(servers.get(0));
    long now = System.nanoTime();
    if (found == null || (found.isComplete() && now - askedAtNs > HOLDS_NS)) {
      found = ask().onComplete(done -> askedAtNs = System.nanoTime());
    }
    return found;
  }

  private Future<SqlConnectOptions> ask() {
    List<Future<Integer>> timelines = servers.stream().map(this::timeline).toList();
    return Future.join(timelines).map(all -> choose(all.<Integer>list()));
  }

  private synchronized SqlConnectOptions choose(List<Integer> timelines) {
    int best = 0;
    for (int i = 1; i < timelines.size(); i++) if (timelines.get(i) > timelines.get(best)) best = i;
    if (timelines.get(best) == STANDBY || timelines.get(best) < newest)
      throw new IllegalStateException("none of the store's servers takes writes");
    newest = timelines.get(best);
    return servers.get(best);
  }

  /** Grows when a standby is promoted; {@link #STANDBY} for those that are none or do not answer. */
  private Future<Integer> timeline(PgConnectOptions server) {
    return PgConnection.connect(vertx, server)
        .compose(connection -> connection
            .query(TIMELINE)
            .execute()
            .map(rows -> Integer.parseInt(rows.iterator().next().getString(0), 16))
            .eventually(connection::close))
        .timeout(ANSWER_MS, TimeUnit.MILLISECONDS)
        .otherwise(why -> {
          LOG.warn("{} does not say whether it takes writes: {}", server.getHost(), why.toString());
          return STANDBY;
        });
  }
}

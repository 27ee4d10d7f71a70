package bongsu.verticles.store;

import bongsu.verticles.cluster.Owners;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the store four times a second, on a connection of its own, whether it is there and takes
 * writes. The one place where a node decides that.
 */
public final class StoreWatch extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
  private static final long EVERY_MS = 250;
  private static final long PATIENCE_MS = 750;
  private static final long CONNECT_NS = TimeUnit.SECONDS.toNanos(10);
  private static final String ASK =
      "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";

  private final Store store;
  private final Owners owners;
  private final Reachability reachability;
  private @Nullable Future<SqlConnection> connection;
  private long connectingNs;
  private boolean asking;

  public StoreWatch(Store store, Owners owners, Reachability reachability) {
    this.store = store;
    this.owners = owners;
    this.reachability = reachability;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MS, tick -> ask());
    return Future.succeededFuture();
  }

  private void ask() {
    if (asking) return;
    asking = true;
    Future<SqlConnection> on = connection == null ? connect() : connection;
    on.compose(connected -> connected.query(ASK).execute())
        .map(rows -> rows.iterator().next().getBoolean(0))
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .onComplete(done -> {
          asking = false;
          if (done.succeeded() && done.result()) onAnswer();
          else onNoAnswer(on);
        });
  }

  private Future<SqlConnection> connect() {
    connectingNs = System.nanoTime();
    Future<SqlConnection> connecting = store.connect();
    connection = connecting;
    return connecting;
  }

  private void onAnswer() {
    boolean before = reachability.isAway();
    reachability.onAnswer(System.nanoTime(), owners.areAllKnown());
    if (before && !reachability.isAway()) LOG.info("the store is back");
  }

  private void onNoAnswer(Future<SqlConnection> silent) {
    if (silent.isComplete() || System.nanoTime() - connectingNs > CONNECT_NS) leave(silent);
    boolean before = reachability.isAway();
    reachability.onNoAnswer(System.nanoTime());
    if (!before && reachability.isAway()) LOG.error("the store is away");
  }

  /** It is closed even when it connects only later: a store that wakes is not met by a crowd. */
  private void leave(Future<SqlConnection> silent) {
    connection = null;
    silent.onSuccess(SqlConnection::close);
  }

  @Override
  public Future<?> stop() {
    return connection == null
        ? Future.succeededFuture()
        : connection.compose(SqlConnection::close).otherwiseEmpty();
  }
}

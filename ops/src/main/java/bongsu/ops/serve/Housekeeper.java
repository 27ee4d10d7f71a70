package bongsu.ops.serve;

import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops telemetry that is no longer kept, whole days at a time. Every node may try; one succeeds. */
final class Housekeeper extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
  private static final long EVERY_MS = 60_000;

  private final Store store;
  private final Owners owners;
  private final Kept kept;
  private final CityClock clock;

  Housekeeper(Store store, Owners owners, Kept kept, CityClock clock) {
    this.clock = clock;
    this.store = store;
    this.owners = owners;
    this.kept = kept;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MS, tick -> dropOld());
    return Future.succeededFuture();
  }

  /** So that nobody waits for the day's partition at midnight. */
  private void prepareTomorrow() {
    LocalDate tomorrow =
        LocalDate.ofInstant(clock.now().plus(Duration.ofHours(24)), ZoneOffset.UTC);
    store
        .queries()
        .preparedQuery("select ensure_event_day($1)")
        .execute(Tuple.of(tomorrow))
        .onFailure(why -> LOG.warn("partition of {} not made: {}", tomorrow, why.toString()));
  }

  private void dropOld() {
    if (owners.nodes() == 0) return;
    prepareTomorrow();
    kept.dropOld(store.queries())
        .onSuccess(days -> days.forEach(day -> LOG.info("telemetry of {} dropped", day)))
        .onFailure(why -> LOG.warn("old telemetry not dropped: {}", why.toString()));
  }
}

package bongsu.ops.serve;

import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.Pruning;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.TelemetryRoom;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops telemetry that is no longer kept, whole days at a time, and rows that have done their work;
 * every node may try, one succeeds. Looks whether the disk has room for more.
 */
final class Housekeeper extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
  private static final long EVERY_MS = 60_000;
  private static final long LOOK_MS = 5_000;

  private final Store store;
  private final Owners owners;
  private final Kept kept;
  private final TelemetryRoom room;
  private final CityClock clock;

  Housekeeper(Store store, Owners owners, Kept kept, TelemetryRoom room, CityClock clock) {
    this.room = room;
    this.clock = clock;
    this.store = store;
    this.owners = owners;
    this.kept = kept;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MS, tick -> dropOld());
    vertx.setPeriodic(LOOK_MS, tick -> look());
    return room.look(store.queries()).otherwiseEmpty();
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

  private void look() {
    room.look(store.queries())
        .onFailure(why -> LOG.debug("kept bytes unknown: {}", why.toString()));
  }

  private void dropOld() {
    if (owners.nodes() == 0) return;
    prepareTomorrow();
    kept.dropOld(store.queries())
        .onSuccess(days -> days.forEach(day -> LOG.info("telemetry of {} dropped", day)))
        .onFailure(why -> LOG.warn("old telemetry not dropped: {}", why.toString()));
    Pruning.prune(store.queries())
        .onFailure(why -> LOG.warn("done rows not pruned: {}", why.toString()));
  }
}

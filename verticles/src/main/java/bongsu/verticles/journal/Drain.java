package bongsu.verticles.journal;

import bongsu.verticles.cluster.Owners;
import bongsu.verticles.shard.Outcome;
import bongsu.verticles.shard.Parcel;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.store.Reachability;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what a lane keeps to the owners of its shards, in order, once the store is back; unique keys
 * make what was handed over before harmless. Near the end new events wait in memory for a moment,
 * so that none overtakes. One event loop only.
 */
final class Drain {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final int MOST = 4_000;
  private static final int FEW = 500;
  private static final long LONGEST_HOLD_MS = 1_000;

  private final Vertx vertx;
  private final JournalLane lane;
  private final Reachability store;
  private final Owners owners;
  private final ShardDoors doors;
  private final BooleanSupplier mustWait;
  private final Consumer<List<Parcel>> onStored;
  private boolean busy;
  private long drained;

  /**
   * @param mustWait whether others go first
   * @param onStored told what is in the store now
   */
  Drain(
      Vertx vertx,
      JournalLane lane,
      Reachability store,
      Owners owners,
      ShardDoors doors,
      BooleanSupplier mustWait,
      Consumer<List<Parcel>> onStored) {
    this.vertx = vertx;
    this.lane = lane;
    this.store = store;
    this.owners = owners;
    this.doors = doors;
    this.mustWait = mustWait;
    this.onStored = onStored;
  }

  /** Looks whether there is something to do, many times a second. */
  void tick() {
    if (busy || !lane.isTaking()) return;
    if (store.isAway() || owners.shards() == 0) lane.goOn();
    else if (!mustWait.getAsBoolean()) go();
  }

  private void go() {
    busy = true;
    vertx.executeBlocking(() -> lane.read(MOST), false).compose(this::store).onComplete(done -> {
      busy = false;
      if (done.failed()) onFailure(done.cause());
      else if (done.result()) tick();
    });
  }

  private void onFailure(Throwable why) {
    LOG.warn("the journal is not drained now: {}", why.toString());
    lane.goOn();
  }

  /** @return whether there may be more */
  private Future<Boolean> store(JournalLane.Batch batch) {
    if (batch.segment() == null) return end();
    if (batch.parcels().size() < FEW) hold();
    return Future.all(deliveries(batch.parcels()))
        .compose(done -> vertx.executeBlocking(() -> lane.stored(batch), false))
        .map(done -> {
          drained += batch.parcels().size();
          onStored.accept(batch.parcels());
          return true;
        });
  }

  private Future<Boolean> end() {
    hold();
    return vertx.executeBlocking(lane::release, false).map(released -> {
      if (released) LOG.info("the journal is in the store: {} events", drained);
      if (released) drained = 0;
      return false;
    });
  }

  private void hold() {
    lane.hold();
    vertx.setTimer(LONGEST_HOLD_MS, over -> lane.goOn());
  }

  private List<Future<Void>> deliveries(List<Parcel> parcels) {
    Map<Integer, List<Parcel>> byShard = new LinkedHashMap<>();
    for (Parcel parcel : parcels)
      byShard
          .computeIfAbsent(owners.shardOf(parcel.event().subject()), shard -> new ArrayList<>())
          .add(parcel);
    List<Future<Void>> all = new ArrayList<>();
    byShard.forEach((shard, some) ->
        all.add(doors.deliver(shard, some).compose(outcomes -> requireStored(shard, outcomes))));
    return all;
  }

  private static Future<Void> requireStored(int shard, Outcome[] outcomes) {
    for (Outcome outcome : outcomes)
      if (outcome == Outcome.UNAVAILABLE || outcome == Outcome.OVERLOADED)
        return Future.failedFuture("shard " + shard + " is " + outcome);
    return Future.succeededFuture();
  }
}

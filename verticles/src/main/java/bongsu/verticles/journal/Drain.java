package bongsu.verticles.journal;

import bongsu.verticles.cluster.Owners;
import bongsu.verticles.shard.Outcome;
import bongsu.verticles.shard.Parcel;
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
 * make what was handed over before harmless. What the store does not take after three tries is set
 * aside. Near the end new events wait in memory for a moment, so that none overtakes. One event loop
 * only.
 */
final class Drain {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final int MOST = 4_000;
  private static final int FEW = 500;
  private static final int MOST_TRIES = 3;
  private static final long AGAIN_MS = 250;
  private static final long LONGEST_HOLD_MS = 1_000;

  private final Vertx vertx;
  private final JournalLane lane;
  private final DrainSetting setting;
  private final SetAside aside;
  private final BooleanSupplier mustWait;
  private final Consumer<List<Parcel>> onStored;
  private boolean busy;
  private int tries;
  private long drained;

  /**
   * @param mustWait whether others go first
   * @param onStored told what is in the store now
   */
  Drain(
      Vertx vertx,
      JournalLane lane,
      DrainSetting setting,
      BooleanSupplier mustWait,
      Consumer<List<Parcel>> onStored) {
    this.vertx = vertx;
    this.lane = lane;
    this.setting = setting;
    this.aside = new SetAside(vertx, lane.files(), setting.rejections());
    this.mustWait = mustWait;
    this.onStored = onStored;
  }

  /** Looks whether there is something to do, many times a second. */
  void tick() {
    if (busy || !lane.isTaking()) return;
    if (setting.store().isAway() || setting.owners().shards() == 0) lane.goOn();
    else if (!mustWait.getAsBoolean()) go();
  }

  private void go() {
    busy = true;
    vertx
        .executeBlocking(() -> lane.files().read(MOST), false)
        .compose(this::store)
        .onComplete(done -> {
          if (done.failed()) onFailure(done.cause());
          else goOn(done.result());
        });
  }

  private void goOn(boolean more) {
    busy = false;
    if (more) tick();
  }

  private void onFailure(Throwable why) {
    LOG.warn("the journal is not drained now: {}", why.toString());
    lane.goOn();
    vertx.setTimer(AGAIN_MS, later -> goOn(true));
  }

  /** @return whether there may be more */
  private Future<Boolean> store(LaneFiles.Batch batch) {
    if (batch.isEmpty()) return end();
    if (batch.parcels().size() < FEW) hold();
    return deliver(batch.parcels())
        .compose(this::leave)
        .compose(left -> vertx.executeBlocking(() -> {
          lane.files().stored(batch);
          return left;
        }))
        .map(left -> onStored(batch.parcels(), left));
  }

  private boolean onStored(List<Parcel> parcels, List<Parcel> left) {
    List<Parcel> stored = new ArrayList<>(parcels);
    stored.removeAll(left);
    drained += stored.size();
    onStored.accept(stored);
    return true;
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

  /** @return those that the store does not take; fails while it is not known of others */
  private Future<List<Parcel>> deliver(List<Parcel> parcels) {
    Owners owners = setting.owners();
    Map<Integer, List<Parcel>> byShard = new LinkedHashMap<>();
    for (Parcel parcel : parcels)
      byShard
          .computeIfAbsent(owners.shardOf(parcel.event().subject()), shard -> new ArrayList<>())
          .add(parcel);
    List<Parcel> refused = new ArrayList<>();
    List<Future<Void>> all = new ArrayList<>();
    byShard.forEach(
        (shard, some) -> all.add(setting.doors().deliver(shard, some).compose(outcomes -> {
          for (int i = 0; i < outcomes.length; i++)
            if (outcomes[i] == Outcome.UNSTORABLE) refused.add(some.get(i));
          return requireStored(shard, outcomes);
        })));
    return Future.all(all).map(refused);
  }

  private static Future<Void> requireStored(int shard, Outcome[] outcomes) {
    for (Outcome outcome : outcomes)
      if (outcome == Outcome.UNAVAILABLE || outcome == Outcome.OVERLOADED)
        return Future.failedFuture("shard " + shard + " is " + outcome);
    return Future.succeededFuture();
  }

  private Future<List<Parcel>> leave(List<Parcel> refused) {
    if (refused.isEmpty()) tries = 0;
    if (refused.isEmpty()) return Future.succeededFuture(refused);
    if (++tries < MOST_TRIES)
      return Future.failedFuture("the store does not take " + refused.size() + " events");
    return aside.setAside(refused).map(refused).onSuccess(done -> tries = 0);
  }
}

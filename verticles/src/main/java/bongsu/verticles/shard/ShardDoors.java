package bongsu.verticles.shard;

import bongsu.verticles.Address;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.Owners;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The way to a shard's owner: straight into its event loop when it lives on this node, a request
 * over the bus otherwise. Safe for any thread.
 */
public final class ShardDoors {
  private static final DeliveryOptions PATIENCE = new DeliveryOptions().setSendTimeout(5_000);
  private static final long LOOK_MS = 200;

  /** How an owner on this node is reached: its event loop and what to run there. */
  private record Door(Context context, Consumer<Delivery> owner) {}

  private static final int GIVE_UP_S = 15;

  private final Vertx vertx;
  private final Owners owners;
  private final Map<Lease, Door> local = new ConcurrentHashMap<>();

  public ShardDoors(Vertx vertx, Owners owners) {
    this.vertx = vertx;
    this.owners = owners;
  }

  void open(Lease lease, Context context, Consumer<Delivery> owner) {
    local.put(lease, new Door(context, owner));
  }

  void close(Lease lease) {
    local.remove(lease);
  }

  /** @return one outcome for each parcel; never fails, what nobody can say is UNAVAILABLE */
  public Future<Outcome[]> deliver(int shard, List<Parcel> parcels) {
    Optional<Lease> lease = owners.find(shard);
    if (lease.isEmpty())
      return Future.succeededFuture(Delivery.all(parcels.size(), Outcome.UNAVAILABLE));
    Door door = local.get(lease.get());
    return door == null ? overBus(lease.get(), parcels) : straight(door, parcels);
  }

  private Future<Outcome[]> straight(Door door, List<Parcel> parcels) {
    Promise<Outcome[]> answer = Promise.promise();
    door.context.runOnContext(go -> door.owner.accept(new Delivery(parcels, answer)));
    return answer
        .future()
        .timeout(GIVE_UP_S, TimeUnit.SECONDS)
        .otherwise(silent -> Delivery.all(parcels.size(), Outcome.UNAVAILABLE));
  }

  private Future<Outcome[]> overBus(Lease lease, List<Parcel> parcels) {
    Promise<Outcome[]> answer = Promise.promise();
    vertx
        .eventBus()
        .<String>request(
            Address.shard(lease.shard(), lease.epoch()), Delivery.toWire(parcels), PATIENCE)
        .map(reply -> Delivery.fromWire(reply.body()))
        .otherwise(gone -> Delivery.all(parcels.size(), Outcome.UNAVAILABLE))
        .onSuccess(answer::tryComplete);
    giveUpWithTheLease(lease, parcels.size(), answer);
    return answer.future();
  }

  /** An owner that was killed never answers; its lease tells so before the patience ends. */
  private void giveUpWithTheLease(Lease lease, int size, Promise<Outcome[]> answer) {
    long watch = vertx.setPeriodic(LOOK_MS, look -> {
      if (!owners.find(lease.shard()).equals(Optional.of(lease)))
        answer.tryComplete(Delivery.all(size, Outcome.UNAVAILABLE));
    });
    answer.future().onComplete(done -> vertx.cancelTimer(watch));
  }
}

package bongsu.verticles.fuse;

import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.verticles.Address;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.Owners;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;

/**
 * Takes commands to the city's owner, wherever it is, and tries again while it is being replaced:
 * a command carries an id, so that twice is once.
 */
final class CityDesk {
  private static final DeliveryOptions PATIENCE = new DeliveryOptions().setSendTimeout(2_000);
  private static final long AGAIN_MS = 200;
  private static final long GIVE_UP_NS = TimeUnit.SECONDS.toNanos(8);

  private final Vertx vertx;
  private final Owners owners;

  CityDesk(Vertx vertx, Owners owners) {
    this.vertx = vertx;
    this.owners = owners;
  }

  /** @return status and body to answer with; fails when nobody took it for 8 s */
  Future<JsonObject> command(FusionInput command) {
    return attempt(FusionInputJson.write(command), System.nanoTime());
  }

  private Future<JsonObject> attempt(String command, long sinceNs) {
    return owners
        .find(Lease.CITY)
        .map(lease ->
            vertx.eventBus().<JsonObject>request(Address.city(lease.epoch()), command, PATIENCE))
        .orElseGet(() -> Future.failedFuture("nobody owns the city now"))
        .map(reply -> reply.body())
        .recover(unreached -> again(command, sinceNs, unreached));
  }

  private Future<JsonObject> again(String command, long sinceNs, Throwable unreached) {
    if (System.nanoTime() - sinceNs > GIVE_UP_NS) return Future.failedFuture(unreached);
    Promise<JsonObject> later = Promise.promise();
    vertx.setTimer(AGAIN_MS, go -> attempt(command, sinceNs).onComplete(later));
    return later.future();
  }
}

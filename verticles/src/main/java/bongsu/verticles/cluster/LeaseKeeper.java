package bongsu.verticles.cluster;

import bongsu.verticles.Address;
import bongsu.verticles.clock.SharedClock;
import bongsu.verticles.store.Store;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's leases and runs one owner verticle for each. Takes free ones up to a fair
 * share, gives surplus ones back, and stops an owner whose lease was lost or could not be renewed
 * in time; an owner that fails is stopped and its lease given up, so that it starts afresh from
 * what is committed.
 */
public final class LeaseKeeper extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
  private static final long BEAT_MS = 500;
  private static final long TRY_AGAIN_MS = 1_000;

  /** Gives up a lease whose owner can no longer be sure of its state. */
  public interface Resignation {
    void resign(String why);
  }

  private final LeaseTable table;
  private final SharedClock clock;
  private final Owners owners;
  private final String owner;
  private final BiFunction<Lease, Resignation, Deployable> ownerOf;
  private final Map<Lease, String> running = new HashMap<>();
  private final Set<Lease> starting = new HashSet<>();
  private final Set<Lease> doubted = new HashSet<>();
  private long renewedAtNs = System.nanoTime();
  private Future<Void> lastBeat = Future.succeededFuture();
  private boolean beating;
  private boolean hinted;
  private boolean stopping;
  private boolean saidOff;

  /** @param ownerOf makes the verticle that owns a lease */
  public LeaseKeeper(
      Store store, Owners owners, BiFunction<Lease, Resignation, Deployable> ownerOf) {
    this.table = new LeaseTable(store);
    this.clock = store.clock();
    this.owners = owners;
    this.owner = store.owner();
    this.ownerOf = ownerOf;
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().consumer(Address.LEASES_CHANGED, hint -> onHint());
    vertx.setPeriodic(BEAT_MS, BEAT_MS, tick -> beat());
    return beatOnce();
  }

  private void onHint() {
    hinted = beating;
    beat();
  }

  private void beat() {
    if (stopping) return;
    if (beating) {
      if (silentMs() >= LeaseTable.TTL_MS) stopOwners("the store does not answer");
      return;
    }
    beatOnce().onComplete(done -> {
      if (done.failed()) onUnrenewed(done.cause());
      else if (hinted) onHint();
    });
  }

  private Future<Void> beatOnce() {
    beating = true;
    lastBeat = cycle().onComplete(done -> beating = false);
    return lastBeat;
  }

  private Future<Void> cycle() {
    long askedAtNs = System.nanoTime();
    return table
        .renew()
        .compose(held -> onRenewed(held, askedAtNs))
        .compose(done -> table.view())
        .compose(this::balance);
  }

  /** A lease held without an owner is given up: whoever starts it again gets a new epoch. */
  private Future<Void> onRenewed(List<Lease> held, long askedAtNs) {
    renewedAtNs = askedAtNs;
    sayIfClockIsOff();
    Set<Lease> still = new HashSet<>(held);
    List<Future<Void>> stops = new ArrayList<>();
    for (Lease lease : List.copyOf(running.keySet()))
      if (!still.contains(lease)) stops.add(stopOwner(lease, "its lease was taken over"));
    for (Lease lease : held)
      if (!running.containsKey(lease) && !starting.contains(lease)) stops.add(table.release(lease));
    return Future.join(stops).mapEmpty();
  }

  private void sayIfClockIsOff() {
    if (clock.isOff() && !saidOff)
      LOG.error(
          "this machine's clock is {} ms ahead of the store's, which is used instead",
          clock.aheadMs());
    else if (saidOff && !clock.isOff()) LOG.info("this machine's clock is right again");
    saidOff = clock.isOff();
  }

  private void onUnrenewed(Throwable why) {
    LOG.warn("leases not renewed for {} ms: {}", silentMs(), why.toString());
    if (silentMs() >= LeaseTable.TTL_MS) stopOwners("its lease could not be renewed");
  }

  private long silentMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - renewedAtNs);
  }

  private void stopOwners(String why) {
    owners.know(Map.of(), owners.nodes(), owners.shards());
    doubted.addAll(starting);
    for (Lease lease : List.copyOf(running.keySet())) stopOwner(lease, why);
  }

  private Future<Void> balance(LeaseTable.View view) {
    publish(view);
    int fair = fairShare(view);
    int held = running.size() + starting.size();
    boolean free = view.entries().stream().anyMatch(entry -> !entry.living());
    if (stopping || held == fair) return Future.succeededFuture();
    if (held > fair && !running.isEmpty())
      return giveBack(List.copyOf(running.keySet()).get(0), "another node has room");
    return free && held < fair
        ? table.take(fair - held).onSuccess(this::onTaken).mapEmpty()
        : Future.succeededFuture();
  }

  private static int fairShare(LeaseTable.View view) {
    int nodes = Math.max(1, view.nodes());
    return (view.entries().size() + nodes - 1) / nodes;
  }

  private void onTaken(List<Lease> taken) {
    taken.forEach(this::startOwner);
    if (!taken.isEmpty()) vertx.eventBus().publish(Address.LEASES_CHANGED, owner);
  }

  private void publish(LeaseTable.View view) {
    Map<Integer, Lease> living = new HashMap<>();
    for (LeaseTable.Entry entry : view.entries())
      if (entry.living()) living.put(entry.shard(), new Lease(entry.shard(), entry.epoch()));
    owners.know(living, view.nodes(), view.entries().size() - 1);
  }

  private void startOwner(Lease lease) {
    starting.add(lease);
    LOG.info("shard {} taken with epoch {}", lease.shard(), lease.epoch());
    vertx
        .deployVerticle(ownerOf.apply(lease, why -> resign(lease, why)))
        .onSuccess(id -> onStarted(lease, id))
        .onFailure(why -> onNotStarted(lease, why));
  }

  private void onStarted(Lease lease, String id) {
    starting.remove(lease);
    running.put(lease, id);
    if (doubted.remove(lease)) resign(lease, "it failed while it started");
    vertx.eventBus().publish(Address.LEASES_CHANGED, owner);
  }

  /** Waits a little before others may try, so that what always fails does not spin. */
  private void onNotStarted(Lease lease, Throwable why) {
    LOG.warn("owner of shard {} did not start: {}", lease.shard(), why.toString(), why);
    vertx.setTimer(TRY_AGAIN_MS, later -> {
      starting.remove(lease);
      doubted.remove(lease);
      table.release(lease);
    });
  }

  private void resign(Lease lease, String why) {
    context.runOnContext(go -> {
      if (starting.contains(lease)) doubted.add(lease);
      else if (running.containsKey(lease))
        stopOwner(lease, why).compose(stopped -> table.release(lease));
    });
  }

  private Future<Void> stopOwner(Lease lease, String why) {
    String id = running.remove(lease);
    LOG.warn("owner of shard {} epoch {} stops: {}", lease.shard(), lease.epoch(), why);
    return id == null ? Future.succeededFuture() : vertx.undeploy(id).otherwiseEmpty();
  }

  private Future<Void> giveBack(Lease lease, String why) {
    return stopOwner(lease, why)
        .compose(stopped -> table.release(lease))
        .onSuccess(done -> vertx.eventBus().publish(Address.LEASES_CHANGED, owner));
  }

  /**
   * Gives all leases to the other nodes, each as soon as its owner has finished what it took; none
   * is taken afterwards. To be called before undeploying, which ends owners before their keeper. Any
   * thread may call.
   */
  public Future<Void> handOver() {
    return Future.future(done -> context.runOnContext(go -> {
      stopping = true;
      lastBeat.otherwiseEmpty().compose(quiet -> leave()).onComplete(done);
    }));
  }

  /** First this node no longer counts, so that the others take all there is. */
  private Future<Void> leave() {
    doubted.addAll(starting);
    return table.leave().otherwiseEmpty().compose(left -> giveAllBack());
  }

  private Future<Void> giveAllBack() {
    List<Future<Void>> given = List.copyOf(running.keySet()).stream()
        .map(lease -> giveBack(lease, "this node stops"))
        .toList();
    return Future.join(given).mapEmpty();
  }
}

package bongsu.verticles.shard;

import bongsu.core.wire.EventDecoder;
import bongsu.rules.judge.ShardJudge;
import bongsu.verticles.Address;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.LeaseKeeper.Resignation;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sole writer of its shard: commits events in groups, answers their senders, then judges them. Any
 * doubt about a write ends it; whoever owns the shard next starts from what is committed.
 */
@SuppressWarnings("NullAway.Init") // start() makes what needs the event loop
public final class ShardVerticle extends VerticleBase {
  private static final int MOST_EVENTS = 1_000;
  private static final int MOST_CALLS = 200;
  private static final long PACE_MS = 5;
  private static final double BUSY_PER_S = 500;
  private static final int REMEMBERED = 10_000;
  private static final long PICTURE_MS = 100;
  private static final long CHECKPOINT_MS = 5_000;
  private static final int FINISH_MS = 500;

  private final Lease lease;
  private final Store store;
  private final ShardDoors doors;
  private final Supplier<ShardJudge> judges;
  private final NodeStats stats;
  private final Resignation resignation;
  private final Set<Delivery> open = new HashSet<>();
  private EventTable events;
  private CallTable calls;
  private Judging judging;
  private LatestThings latest;
  private GroupCommit<Waiting> telemetry;
  private GroupCommit<Waiting> urgent;
  private MessageConsumer<JsonArray> consumer;
  private long eventSeq;
  private long callSeq;
  private final Promise<Void> finished = Promise.promise();
  private boolean closing;
  private boolean over;

  /** @param judges makes a judge with nothing in memory; takes a while, so it is called off the loop */
  public ShardVerticle(
      Lease lease,
      Store store,
      ShardDoors doors,
      Supplier<ShardJudge> judges,
      NodeStats stats,
      Resignation resignation) {
    this.lease = lease;
    this.store = store;
    this.doors = doors;
    this.judges = judges;
    this.stats = stats;
    this.resignation = resignation;
  }

  @Override
  public Future<?> start() {
    events = new EventTable(store.events(), lease);
    calls = new CallTable(store.calls(), lease, store.caseKeys());
    latest = new LatestThings(vertx.eventBus());
    telemetry = new GroupCommit<>(
        MOST_EVENTS,
        new Pace(PACE_MS, BUSY_PER_S, System.nanoTime()),
        this::later,
        this::commitEvents,
        this::onDoubt);
    urgent =
        new GroupCommit<>(MOST_CALLS, Pace.none(), this::later, this::commitCalls, this::onDoubt);
    return vertx
        .executeBlocking(judges::get)
        .compose(judge -> startJudging(judge).resume())
        .compose(done -> remember())
        .compose(done -> Future.all(events.lastSeq(), calls.lastSeq()))
        .compose(last ->
            openDoor(Math.max(last.<Long>resultAt(0), judging.judgedSeq()), last.resultAt(1)));
  }

  private void later(long ms, Runnable go) {
    vertx.setTimer(ms, timer -> go.run());
  }

  /** The last states before this owner began, so that a restart leaves no map empty. */
  private Future<Void> remember() {
    return events
        .since(Math.max(0, judging.judgedSeq() - REMEMBERED), REMEMBERED)
        .map(rows -> {
          rows.forEach(row -> latest.on(EventDecoder.decodeOwn(row.getString("body"))));
          return null;
        });
  }

  private Judging startJudging(ShardJudge judge) {
    JudgementTable table = new JudgementTable(store.events(), lease);
    judging = new Judging(judge, table, events, this::later, this::hintCity, this::onDoubt);
    return judging;
  }

  private Future<Void> openDoor(long lastEvent, long lastCall) {
    eventSeq = lastEvent;
    callSeq = lastCall;
    vertx.setPeriodic(PICTURE_MS, tick -> latest.tick());
    vertx.setPeriodic(CHECKPOINT_MS, tick -> judging.checkpoint());
    vertx.eventBus().consumer(Address.PICTURE_ASKED, asked -> latest.tellAll());
    vertx.eventBus().localConsumer(Address.ASSETS_CHANGED, changed -> onAssets());
    consumer =
        vertx.eventBus().consumer(Address.shard(lease.shard(), lease.epoch()), this::onRequest);
    doors.open(lease, context, this::onDelivery);
    return consumer.completion();
  }

  private void onAssets() {
    vertx.executeBlocking(judges::get).onSuccess(judging::goOnWith);
  }

  private void onRequest(Message<JsonArray> request) {
    Promise<Outcome[]> answer = Promise.promise();
    answer.future().onSuccess(outcomes -> request.reply(Delivery.toWire(outcomes)));
    onDelivery(new Delivery(Delivery.fromWire(request.body()), answer));
  }

  private void onDelivery(Delivery delivery) {
    if (over || closing) {
      delivery.settleRest(Outcome.UNAVAILABLE);
      return;
    }
    open.add(delivery);
    for (int i = 0; i < delivery.parcels().size(); i++) queue(new Waiting(delivery, i));
    telemetry.go();
    urgent.go();
  }

  private void queue(Waiting waiting) {
    Parcel parcel = waiting.parcel();
    if (Pressure.sheds(parcel.event().lane(), telemetry.waiting(), urgent.waiting()))
      settle(waiting, parcel.urgent() ? Outcome.UNAVAILABLE : Outcome.OVERLOADED);
    else if (parcel.urgent()) urgent.add(waiting);
    else telemetry.add(waiting);
  }

  private Future<Void> commitEvents(List<Waiting> group) {
    long first = eventSeq + 1;
    long beganNs = System.nanoTime();
    eventSeq += group.size();
    return Halving.insert(events::insert, group, first).map(added -> {
      stats.onCommit(System.nanoTime() - beganNs);
      for (int i = 0; i < group.size(); i++)
        onCommitted(group.get(i), first + i, added.contains(first + i));
      judging.flush();
      return null;
    });
  }

  private void onCommitted(Waiting waiting, long seq, boolean isNew) {
    settle(waiting, isNew ? Outcome.ACCEPTED : Outcome.DUPLICATE);
    if (!isNew) return;
    judging.on(seq, waiting.parcel().event());
    latest.on(waiting.parcel().event());
  }

  private Future<Void> commitCalls(List<Waiting> group) {
    long first = callSeq + 1;
    callSeq += group.size();
    return Halving.insert(calls::insert, group, first).map(added -> {
      for (int i = 0; i < group.size(); i++)
        settle(group.get(i), added.contains(first + i) ? Outcome.ACCEPTED : Outcome.DUPLICATE);
      hintCity();
      return null;
    });
  }

  private void settle(Waiting waiting, Outcome outcome) {
    waiting.settle(outcome);
    if (waiting.delivery().settled()) open.remove(waiting.delivery());
    if (closing && open.isEmpty()) finished.tryComplete();
  }

  private void hintCity() {
    vertx.eventBus().publish(Address.CITY_HINTED, lease.shard());
  }

  /** Whether the last write happened is not known, or the lease is gone: stop, let the next one look. */
  private void onDoubt(Throwable why) {
    if (!over) resignation.resign(why.toString());
    over = true;
    for (Delivery delivery : List.copyOf(open)) delivery.settleRest(Outcome.UNAVAILABLE);
    open.clear();
    finished.tryComplete();
  }

  /** What was taken is still written and answered; what comes now is for the next owner. */
  @Override
  public Future<?> stop() {
    doors.close(lease);
    closing = true;
    if (over || open.isEmpty()) finished.tryComplete();
    return finished
        .future()
        .timeout(FINISH_MS, TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .compose(done -> {
          onDoubt(new LeaseLostException());
          return consumer == null ? Future.succeededFuture() : consumer.unregister();
        });
  }
}

package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Lane;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.journal.Fate;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.shard.Outcome;
import bongsu.verticles.shard.Parcel;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.store.TelemetryRoom;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a door to the shards: gathers what one turn of the event loop brought, hands it over
 * shard by shard, and tries again while an owner is being replaced; to the node's journal while the
 * store is away. One for each event loop.
 */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int MOST_IN_DELIVERY = 1_000;
  private static final long AGAIN_MS = 150;
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(8);

  /** One event, who sent it, what it weighs, since when it is here, and who waits for its outcome. */
  private record Pending(
      Parcel parcel, String sender, long bytes, long sinceNs, Consumer<Outcome> done) {}

  private final Vertx vertx;
  private final Context context;
  private final Owners owners;
  private final ShardDoors doors;
  private final FeedsHeard heard;
  private final NodeStats stats;
  private final TelemetryRoom room;
  private final Budget budget;
  private final Journal journal;
  private List<Pending> gathered = new ArrayList<>();
  private List<Pending> gatheredUrgent = new ArrayList<>();
  private boolean flushing;

  /** To be made on the event loop it will serve. */
  Intake(
      Vertx vertx,
      Owners owners,
      ShardDoors doors,
      NodeStats stats,
      TelemetryRoom room,
      Budget budget,
      Journal journal) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.owners = owners;
    this.doors = doors;
    this.stats = stats;
    this.room = room;
    this.budget = budget;
    this.journal = journal;
    this.heard = new FeedsHeard(vertx.eventBus());
    vertx.setPeriodic(1_000, tick -> heard.tell());
  }

  /**
   * @param bytes of its message
   * @param done told once, on this event loop, after commit or refusal
   */
  void accept(CityEvent event, Principal sender, int bytes, Consumer<Outcome> done) {
    heard.on(event.origin().source());
    long weight = (long) bytes + Budget.EVENT_BYTES;
    if (room.isFullFor(event.lane()) || !budget.take(sender.name(), event.lane(), weight)) {
      stats.onShed(event.lane());
      done.accept(event.lane() == Lane.P0 ? Outcome.UNAVAILABLE : Outcome.OVERLOADED);
      return;
    }
    Parcel parcel = Parcel.of(event, sender.receiptsAreIncidents());
    gather(new Pending(parcel, sender.name(), weight, System.nanoTime(), done));
  }

  private void gather(Pending pending) {
    if (pending.parcel.urgent()) gatheredUrgent.add(pending);
    else gathered.add(pending);
    if (flushing) return;
    flushing = true;
    context.runOnContext(go -> flush());
  }

  private int shardOf(Pending pending) {
    return owners.shardOf(pending.parcel.event().subject());
  }

  private void flush() {
    flushing = false;
    List<Pending> urgent = gatheredUrgent;
    List<Pending> others = gathered;
    gatheredUrgent = new ArrayList<>();
    gathered = new ArrayList<>();
    send(true, urgent);
    send(false, others);
  }

  private void send(boolean urgent, List<Pending> all) {
    if (all.isEmpty()) return;
    if (journal.takes(urgent)) keep(urgent, all);
    else if (owners.shards() == 0) again(all);
    else byShard(all).forEach(this::deliver);
  }

  private Map<Integer, List<Pending>> byShard(List<Pending> all) {
    Map<Integer, List<Pending>> byShard = new HashMap<>();
    for (Pending pending : all)
      byShard.computeIfAbsent(shardOf(pending), shard -> new ArrayList<>()).add(pending);
    return byShard;
  }

  private void keep(boolean urgent, List<Pending> all) {
    List<Parcel> parcels = all.stream().map(Pending::parcel).toList();
    journal.keep(urgent, parcels, fate -> context.runOnContext(go -> onFate(all, fate)));
  }

  private void onFate(List<Pending> all, Fate fate) {
    switch (fate) {
      case KEPT -> all.forEach(pending -> settle(pending, Outcome.ACCEPTED));
      case REFUSED -> all.forEach(pending -> settle(pending, Outcome.UNAVAILABLE));
      case NOT_NEEDED -> all.forEach(this::gather);
    }
  }

  private void deliver(int shard, List<Pending> all) {
    for (int from = 0; from < all.size(); from += MOST_IN_DELIVERY) {
      List<Pending> part = all.subList(from, Math.min(all.size(), from + MOST_IN_DELIVERY));
      doors
          .deliver(shard, part.stream().map(Pending::parcel).toList())
          .onSuccess(outcomes -> context.runOnContext(go -> settle(part, outcomes)));
    }
  }

  private void settle(List<Pending> part, Outcome[] outcomes) {
    List<Pending> unsettled = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] == Outcome.UNAVAILABLE) unsettled.add(part.get(i));
      else settle(part.get(i), outcomes[i]);
    }
    again(unsettled);
  }

  private void settle(Pending pending, Outcome outcome) {
    budget.giveBack(pending.sender, pending.bytes);
    count(pending.parcel.event().lane(), outcome);
    try {
      pending.done.accept(outcome);
    } catch (RuntimeException e) {
      LOG.warn("a sender could not be told {}", outcome, e);
    }
  }

  private void count(Lane lane, Outcome outcome) {
    switch (outcome) {
      case ACCEPTED -> stats.onAccepted();
      case DUPLICATE -> stats.onDuplicate();
      case OVERLOADED -> stats.onShed(lane);
      case UNAVAILABLE, UNSTORABLE -> {}
    }
  }

  private void again(List<Pending> unsettled) {
    if (!unsettled.isEmpty())
      vertx.setTimer(AGAIN_MS, later -> unsettled.forEach(this::gatherOrKeep));
  }

  /** What no owner takes for so long is better kept here than refused. */
  private void gatherOrKeep(Pending pending) {
    if (hasPatience(pending)) gather(pending);
    else keep(pending.parcel.urgent(), List.of(pending));
  }

  private static boolean hasPatience(Pending pending) {
    return System.nanoTime() - pending.sinceNs < PATIENCE_NS;
  }
}

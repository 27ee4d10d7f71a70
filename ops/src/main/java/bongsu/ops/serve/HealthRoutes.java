package bongsu.ops.serve;

import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Troubles;
import bongsu.verticles.web.Routes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code /health/live}: every event loop of the node ticks. {@code /health/ready}: events that come
 * now are kept, in the store, where all shards are owned, or in the node's journal while the store
 * is away. Behind "ready" stands what ails the city all the same, a line each.
 */
final class HealthRoutes implements Routes {
  private final LoopTicks ticks;
  private final Reachability store;
  private final Journal journal;
  private final Owners owners;
  private final Troubles troubles;

  HealthRoutes(
      LoopTicks ticks, Reachability store, Journal journal, Owners owners, Troubles troubles) {
    this.ticks = ticks;
    this.store = store;
    this.journal = journal;
    this.owners = owners;
    this.troubles = troubles;
  }

  @Override
  public void mount(Router router) {
    router.get("/health/live").handler(this::live);
    router.get("/health/ready").handler(this::ready);
  }

  private void live(RoutingContext ctx) {
    long stuck = ticks.stuck();
    if (stuck == 0) send(ctx, 200, "live\n");
    else send(ctx, 503, stuck + " event loops are stuck\n");
  }

  private void ready(RoutingContext ctx) {
    if (store.isAway() && journal.isWritable())
      send(ctx, 200, "ready: the store is away, the journal keeps what comes\n");
    else if (store.isAway())
      send(ctx, 503, "the store is away and the journal is " + journal.state() + "\n");
    else if (!owners.areAllKnown()) send(ctx, 503, "nobody owns shards" + unowned() + "\n");
    else send(ctx, 200, "ready\n" + ailments());
  }

  private String ailments() {
    StringBuilder lines = new StringBuilder();
    for (Troubles.WrongClock clock : troubles.clocks())
      lines.append("the clock of %s is %d s %s the store's\n"
          .formatted(
              clock.node(), Math.abs(clock.aheadS()), clock.aheadS() > 0 ? "ahead of" : "behind"));
    for (String rule : troubles.rulesOff())
      lines.append("rule ").append(rule).append(" is switched off\n");
    return lines.toString();
  }

  private static void send(RoutingContext ctx, int status, String text) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(text);
  }

  private String unowned() {
    StringBuilder list = new StringBuilder();
    for (int shard = Lease.CITY; shard < owners.shards(); shard++)
      if (owners.find(shard).isEmpty())
        list.append(' ').append(shard == Lease.CITY ? "city" : shard);
    return owners.shards() == 0 ? " (not known yet)" : list.toString();
  }
}

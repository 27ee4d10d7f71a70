package bongsu.ops.serve;

import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code /health/live}: every event loop of the node ticks. {@code /health/ready}: the store answered within the
 * last second, and all is owned. One for each event loop.
 */
final class HealthRoutes implements Routes {
  private static final long ANSWER_HOLDS_NS = TimeUnit.SECONDS.toNanos(1);

  private final Pool pool;
  private final LoopTicks ticks;

  private final Owners owners;
  private @Nullable Future<?> store;
  private long askedAtNs;

  HealthRoutes(Pool pool, Owners owners, LoopTicks ticks) {
    this.ticks = ticks;
    this.pool = pool;
    this.owners = owners;
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
    String unowned = unowned();
    store().onComplete(done -> {
      if (done.failed()) send(ctx, 503, "the store does not answer\n");
      else if (!unowned.isEmpty()) send(ctx, 503, "nobody owns shards" + unowned + "\n");
      else send(ctx, 200, "ready\n");
    });
  }

  private static void send(RoutingContext ctx, int status, String text) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(text);
  }

  /** Asked once a second at most, however many want to know. */
  private Future<?> store() {
    long now = System.nanoTime();
    if (store == null || (store.isComplete() && now - askedAtNs > ANSWER_HOLDS_NS)) {
      askedAtNs = now;
      store = pool.query("select 1").execute();
    }
    return store;
  }

  private String unowned() {
    StringBuilder list = new StringBuilder();
    for (int shard = Lease.CITY; shard < owners.shards(); shard++)
      if (owners.find(shard).isEmpty())
        list.append(' ').append(shard == Lease.CITY ? "city" : shard);
    return owners.shards() == 0 ? " (not known yet)" : list.toString();
  }
}

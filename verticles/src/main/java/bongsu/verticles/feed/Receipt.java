package bongsu.verticles.feed;

import bongsu.core.wire.JsonText;
import bongsu.core.wire.Rejection;
import bongsu.verticles.shard.Outcome;
import bongsu.verticles.web.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.TreeMap;

/** Collects what became of each event of a request and answers when all is known. */
final class Receipt {
  private static final String RETRY_AFTER_S = "1";

  private final RoutingContext ctx;
  private final TreeMap<Integer, Rejection> rejected = new TreeMap<>();
  private final int[] counts = new int[Outcome.values().length];
  private int open;

  /** @param size how many events were in the request; an empty one is answered at once */
  Receipt(int size, RoutingContext ctx) {
    this.open = size;
    this.ctx = ctx;
    if (size == 0) answer();
  }

  void settled(Outcome outcome) {
    counts[outcome.ordinal()]++;
    if (--open == 0) answer();
  }

  void rejected(int index, Rejection rejection) {
    rejected.put(index, rejection);
    if (--open == 0) answer();
  }

  private int count(Outcome outcome) {
    return counts[outcome.ordinal()];
  }

  private void answer() {
    if (ctx.response().ended() || ctx.response().closed()) return;
    if (count(Outcome.OVERLOADED) > 0) tryLater(429, "Too many events", count(Outcome.OVERLOADED));
    else if (count(Outcome.UNAVAILABLE) > 0)
      tryLater(503, "Not available", count(Outcome.UNAVAILABLE));
    else send();
  }

  private void tryLater(int status, String title, int refused) {
    ctx.response().putHeader("Retry-After", RETRY_AFTER_S);
    String kept = count(Outcome.ACCEPTED) + count(Outcome.DUPLICATE) + " were kept, ";
    Problems.send(ctx, status, title, kept + refused + " were not: send the whole request again");
  }

  private void send() {
    boolean nothing =
        count(Outcome.ACCEPTED) + count(Outcome.DUPLICATE) == 0 && !rejected.isEmpty();
    JsonText json = new JsonText()
        .open()
        .put("accepted", count(Outcome.ACCEPTED))
        .put("duplicates", count(Outcome.DUPLICATE))
        .openList("rejected");
    rejected.forEach((index, r) -> json.open()
        .put("index", index)
        .put("field", r.field())
        .put("reason", r.reason())
        .close());
    ctx.response()
        .setStatusCode(nothing ? 400 : 200)
        .putHeader("Content-Type", "application/json")
        .end(json.closeList().close().toString());
  }
}

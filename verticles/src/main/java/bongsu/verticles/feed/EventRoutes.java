package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Lane;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.RejectedException;
import bongsu.verticles.access.Gate;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/events}: one event or up to 1 000, answered after commit. A body is read only
 * when the node has room for it until the answer.
 */
public final class EventRoutes implements Routes {
  private static final int MAX_REQUEST_BYTES = 1 << 20;

  private final Gate gate;
  private final Door door;
  private final Budget bodies;
  private final NodeStats stats;

  /** @param feeds what this door shares with the others of its node */
  public EventRoutes(Gate gate, Door door, Feeds feeds) {
    this.gate = gate;
    this.door = door;
    this.bodies = feeds.bodies();
    this.stats = feeds.stats();
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/events")
        .handler(gate.require())
        .handler((PlatformHandler) this::takeRoom)
        .handler(BodyHandler.create(false).setBodyLimit(MAX_REQUEST_BYTES))
        .handler(this::onRequest);
  }

  /** Which lane a body is for is not known yet: the highest its sender may use. */
  private void takeRoom(RoutingContext ctx) {
    Principal sender = Gate.principal(ctx);
    Lane lane = maySendCalls(sender) ? Lane.P0 : Lane.P1;
    long bytes = bodyBytes(ctx.request());
    if (!bodies.take(sender.name(), lane, bytes)) {
      stats.onTurnedAway(NodeStats.Limit.REQUESTS);
      ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
      Problems.send(ctx, 503, "Not available", "too many requests are under way: send it again");
      return;
    }
    ctx.addEndHandler(answered -> bodies.giveBack(sender.name(), bytes));
    ctx.next();
  }

  private static boolean maySendCalls(Principal sender) {
    return sender.maySend("CallReport") || sender.maySend("HelpSignal");
  }

  /** One that does not say how long it is may become as long as is allowed. */
  private static long bodyBytes(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean known = length != null && length.matches("[0-9]{1,7}");
    return known ? Math.min(MAX_REQUEST_BYTES, Long.parseLong(length)) : MAX_REQUEST_BYTES;
  }

  private void onRequest(RoutingContext ctx) {
    Principal sender = Gate.principal(ctx);
    Buffer body = ctx.body().buffer();
    try {
      List<EventDecoder.Decoded> decoded =
          EventDecoder.decodeRequest(body == null ? new byte[0] : body.getBytes());
      String forbidden = findForbidden(sender, decoded);
      if (forbidden != null) Problems.send(ctx, 403, "Forbidden", forbidden);
      else accept(ctx, sender, decoded, body == null ? 0 : body.length());
    } catch (RejectedException e) {
      door.reject(sender.name(), e.rejection(), body == null ? "" : Door.sample(body))
          .onComplete(
              done -> Problems.send(ctx, 400, "Not understood", String.valueOf(e.getMessage())));
    }
  }

  private static @Nullable String findForbidden(
      Principal sender, List<EventDecoder.Decoded> decoded) {
    for (EventDecoder.Decoded item : decoded)
      if (item instanceof EventDecoder.Accepted accepted) {
        String forbidden = Door.findForbidden(sender, accepted.event());
        if (forbidden != null) return forbidden;
      }
    return null;
  }

  /** Each event answers for its part of the body, which stays until the last one is settled. */
  private void accept(
      RoutingContext ctx, Principal sender, List<EventDecoder.Decoded> decoded, int bytes) {
    int part = bytes / Math.max(1, decoded.size());
    Receipt receipt = new Receipt(decoded.size(), ctx);
    for (int i = 0; i < decoded.size(); i++) {
      int index = i;
      if (decoded.get(i) instanceof EventDecoder.Refused refused)
        door.reject(sender.name(), refused.rejection(), refused.beginning())
            .onComplete(done -> receipt.rejected(index, refused.rejection()));
      else accept(receipt, index, sender, ((EventDecoder.Accepted) decoded.get(i)).event(), part);
    }
  }

  private void accept(Receipt receipt, int index, Principal sender, CityEvent event, int bytes) {
    door.enter(
        sender,
        event,
        bytes,
        outcome -> receipt.settled(outcome),
        rejection -> receipt.rejected(index, rejection));
  }
}

package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.RejectedException;
import bongsu.verticles.access.Gate;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** {@code POST /api/v1/events}: one event or up to 1 000, answered after commit. */
public final class EventRoutes implements Routes {
  private static final int MAX_REQUEST_BYTES = 1 << 20;

  private final Gate gate;
  private final Door door;

  public EventRoutes(Gate gate, Door door) {
    this.gate = gate;
    this.door = door;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/events")
        .handler(gate.require())
        .handler(BodyHandler.create(false).setBodyLimit(MAX_REQUEST_BYTES))
        .handler(this::onRequest);
  }

  private void onRequest(RoutingContext ctx) {
    Principal sender = Gate.principal(ctx);
    Buffer body = ctx.body().buffer();
    try {
      List<EventDecoder.Decoded> decoded =
          EventDecoder.decodeRequest(body == null ? new byte[0] : body.getBytes());
      String forbidden = findForbidden(sender, decoded);
      if (forbidden != null) Problems.send(ctx, 403, "Forbidden", forbidden);
      else accept(ctx, sender, decoded);
    } catch (RejectedException e) {
      door.reject(sender.name(), e.rejection(), body == null ? "" : Door.sample(body))
          .onComplete(
              done -> Problems.send(ctx, 400, "Not understood", String.valueOf(e.getMessage())));
    }
  }

  private static @org.jspecify.annotations.Nullable String findForbidden(
      Principal sender, List<EventDecoder.Decoded> decoded) {
    for (EventDecoder.Decoded item : decoded)
      if (item instanceof EventDecoder.Accepted accepted) {
        String forbidden = Door.findForbidden(sender, accepted.event());
        if (forbidden != null) return forbidden;
      }
    return null;
  }

  private void accept(RoutingContext ctx, Principal sender, List<EventDecoder.Decoded> decoded) {
    Receipt receipt = new Receipt(decoded.size(), ctx);
    for (int i = 0; i < decoded.size(); i++) {
      int index = i;
      if (decoded.get(i) instanceof EventDecoder.Refused refused)
        door.reject(sender.name(), refused.rejection(), "")
            .onComplete(done -> receipt.rejected(index, refused.rejection()));
      else accept(receipt, index, sender, ((EventDecoder.Accepted) decoded.get(i)).event());
    }
  }

  private void accept(Receipt receipt, int index, Principal sender, CityEvent event) {
    door.enter(
        sender,
        event,
        outcome -> receipt.settled(outcome),
        rejection -> receipt.rejected(index, rejection));
  }
}

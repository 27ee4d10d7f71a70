package bongsu.verticles.fuse;

import bongsu.core.access.Principal;
import bongsu.core.access.Right;
import bongsu.core.geo.BoundingBox;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.incident.IncidentCommandJson;
import bongsu.core.incident.IncidentJson;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.Fields;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.RejectedException;
import bongsu.core.wire.WireEnum;
import bongsu.rules.fuse.FusionInput;
import bongsu.verticles.access.Audit;
import bongsu.verticles.access.Gate;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.store.Store;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.RefusedException;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Set;
import java.util.function.Function;

/** Incidents over HTTP: list, open (an audited view), command, open by hand. */
public final class IncidentRoutes implements Routes {
  private static final String ROOT = "/api/v1/incidents";
  private static final int MAX_COMMAND_BYTES = 64 * 1024;
  private static final int MAX_PAGE = 1_000;
  private static final Set<String> STATES = Set.of("open", "closed", "all");
  private static final WireEnum<IncidentKind> KINDS = WireEnum.of(IncidentKind.class);

  private final Gate gate;
  private final Audit audit;
  private final IncidentShelf shelf;
  private final CityDesk desk;

  public IncidentRoutes(Vertx vertx, Gate gate, Audit audit, Store store, Owners owners) {
    this.gate = gate;
    this.audit = audit;
    this.shelf = new IncidentShelf(store.queries(), store.caseKeys());
    this.desk = new CityDesk(vertx, owners);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(MAX_COMMAND_BYTES);
    router
        .get(ROOT)
        .handler(gate.require(Right.READ_INCIDENTS))
        .handler(ctx -> answer(ctx, list(ctx)));
    router
        .get(ROOT + "/:id")
        .handler(gate.require(Right.READ_INCIDENTS))
        .handler(ctx -> answer(ctx, view(ctx)));
    router
        .post(ROOT)
        .handler(gate.require(Right.COMMAND))
        .handler(body)
        .handler(ctx -> command(ctx, this::openByHand));
    router
        .post(ROOT + "/:id/commands")
        .handler(gate.require(Right.COMMAND))
        .handler(body)
        .handler(ctx -> command(ctx, this::command));
  }

  private static void answer(RoutingContext ctx, Future<String> body) {
    body.onSuccess(json -> send(ctx, 200, json)).onFailure(why -> Problems.send(ctx, why));
  }

  private static void send(RoutingContext ctx, int status, String json) {
    if (ctx.response().closed()) return;
    String type = status < 400 ? "application/json" : "application/problem+json";
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(json);
  }

  private Future<String> list(RoutingContext ctx) {
    try {
      String state = ctx.queryParams().contains("state") ? ctx.queryParams().get("state") : "open";
      if (!STATES.contains(state))
        throw new IllegalArgumentException("state must be open, closed or all");
      String bbox = ctx.queryParams().get("bbox");
      int limit = (int) whole(ctx, "limit", 100, 1, MAX_PAGE);
      long since = whole(ctx, "since", 0, 0, Long.MAX_VALUE);
      long before = whole(ctx, "cursor", Long.MAX_VALUE, 1, Long.MAX_VALUE);
      return shelf
          .list(state, bbox == null ? null : BoundingBox.parse(bbox), since, before, limit)
          .map(IncidentRoutes::page);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(
          new RefusedException(400, "Not understood", String.valueOf(e.getMessage())));
    }
  }

  private static long whole(RoutingContext ctx, String name, long missing, long min, long max) {
    String text = ctx.queryParams().get(name);
    if (text == null) return missing;
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) return number;
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(name + " must be a whole number from " + min + " to " + max);
  }

  private static String page(IncidentShelf.Page page) {
    JsonText json =
        new JsonText().open().openList("incidents").items(page.summaries()).closeList();
    if (page.next() == 0) json.putNull("next");
    else json.put("next", Long.toString(page.next()));
    return json.close().toString();
  }

  private Future<String> view(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    return shelf.find(id).compose(found -> {
      if (found.isEmpty())
        return Future.failedFuture(
            new RefusedException(404, "No such incident", "there is no incident " + id));
      Incident incident = found.get();
      return audit
          .append(Gate.principal(ctx).who(), "incident.view", id, "")
          .compose(noted -> shelf.personal(incident))
          .map(personal -> IncidentJson.detail(incident, personal));
    });
  }

  private void command(RoutingContext ctx, Function<RoutingContext, FusionInput> reader) {
    try {
      FusionInput command = reader.apply(ctx);
      desk.command(command)
          .compose(reply -> audited(ctx, command, reply))
          .onSuccess(reply -> send(ctx, reply.getInteger("status"), reply.getString("body")))
          .onFailure(why -> Problems.send(
              ctx, 503, "Not available", "the command was not taken; try again in a moment"));
    } catch (RejectedException e) {
      Problems.send(ctx, 400, "Not understood", String.valueOf(e.getMessage()));
    } catch (RefusedException e) {
      Problems.send(ctx, e);
    }
  }

  private Future<JsonObject> audited(RoutingContext ctx, FusionInput command, JsonObject reply) {
    String what = command instanceof FusionInput.Command c
        ? "incident." + c.command().word()
        : "incident.open";
    String id = command instanceof FusionInput.Command c ? c.incidentId() : "";
    return audit
        .append(Gate.principal(ctx).who(), what, id, "status " + reply.getInteger("status"))
        .map(noted -> reply);
  }

  private FusionInput command(RoutingContext ctx) {
    Fields fields = EventDecoder.decodeFields(body(ctx));
    IncidentCommand command = IncidentCommandJson.read(fields);
    Principal who = Gate.principal(ctx);
    if (command instanceof IncidentCommand.Reopen && !who.may(Right.REOPEN))
      throw new RefusedException(403, "Forbidden", "this needs the right reopen");
    return new FusionInput.Command(
        fields.id("commandId", 128),
        who.name(),
        command,
        ctx.pathParam("id"),
        fields.whole("expectedRevision", 0, Integer.MAX_VALUE));
  }

  private FusionInput openByHand(RoutingContext ctx) {
    Fields fields = EventDecoder.decodeFields(body(ctx));
    return new FusionInput.OpenByHand(
        fields.id("commandId", 128),
        Gate.principal(ctx).name(),
        fields.oneOf("kind", KINDS),
        Severity.ofLevel(fields.whole("severity", 1, 4)),
        fields.findPosition("position").orElse(null),
        fields.findText("place", 300).orElse(null),
        fields.findText("text", IncidentCommand.Note.MAX_TEXT).orElse(null),
        fields.flag("exercise"));
  }

  private static byte[] body(RoutingContext ctx) {
    return ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
  }
}

package bongsu.verticles.access;

import bongsu.core.access.Principal;
import bongsu.core.wire.JsonText;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.RefusedException;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;

/** {@code /api/v1/session}: sign in, who am I, sign out. */
public final class SessionRoutes implements Routes {
  private static final String PATH = "/api/v1/session";
  private static final int MAX_BODY = 4_096;

  private final SignIns signIns;
  private final Gate gate;
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;
  private final PublicSide publicSide;

  public SessionRoutes(
      SignIns signIns,
      Gate gate,
      SessionCookie cookie,
      SameOrigin sameOrigin,
      PublicSide publicSide) {
    this.publicSide = publicSide;
    this.signIns = signIns;
    this.gate = gate;
    this.cookie = cookie;
    this.sameOrigin = sameOrigin;
  }

  @Override
  public void mount(Router router) {
    router.post(PATH).handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    router.post(PATH).handler(this::signIn);
    router.get(PATH).handler(this::whoAmI);
    router.delete(PATH).handler(this::signOut);
  }

  private void signIn(RoutingContext ctx) {
    if (sameOrigin.isForeign(ctx.request())) {
      Problems.send(ctx, 403, "Forbidden", "sign in from our own page");
      return;
    }
    credentials(ctx)
        .compose(typed -> signIns.signIn(
            typed.getString("name"),
            typed.getString("password"),
            publicSide.addressOf(ctx.request())))
        .onSuccess(id -> {
          cookie.set(ctx.response(), id);
          noContent(ctx);
        })
        .onFailure(refused -> refuse(ctx, refused));
  }

  private static Future<JsonObject> credentials(RoutingContext ctx) {
    try {
      JsonObject body = ctx.body().asJsonObject(MAX_BODY);
      if (body != null && isText(body, "name") && isText(body, "password"))
        return Future.succeededFuture(body);
    } catch (DecodeException | ClassCastException e) {
      // Answered below: the body is none of ours to log, a password may be in it.
    }
    return Future.failedFuture(new RefusedException(
        400, "Bad Request", "the body must be {\"name\":\"…\",\"password\":\"…\"}"));
  }

  private static boolean isText(JsonObject body, String field) {
    return body.getValue(field) instanceof String text && !text.isEmpty();
  }

  private void whoAmI(RoutingContext ctx) {
    gate.authenticate(ctx.request())
        .onSuccess(found -> {
          if (found.isPresent()) answer(ctx, found.get());
          else Problems.send(ctx, 401, "Unauthorized", "nobody is signed in");
        })
        .onFailure(failure -> Problems.send(ctx, failure));
  }

  private static void answer(RoutingContext ctx, Principal principal) {
    JsonText json = new JsonText().open().put("name", principal.name());
    json.put("role", principal.role()).openList("rights");
    principal.rights().forEach(right -> json.item("\"" + right.wire() + "\""));
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(json.closeList().close().toString());
  }

  private void signOut(RoutingContext ctx) {
    Optional<String> id = cookie.find(ctx.request());
    if (id.isPresent() && !sameOrigin.isOwn(ctx.request())) {
      Problems.send(ctx, 403, "Forbidden", "sign out from our own page");
      return;
    }
    (id.isPresent() ? signIns.signOut(id.get()) : Future.<Void>succeededFuture())
        .onSuccess(done -> {
          cookie.clear(ctx.response());
          noContent(ctx);
        })
        .onFailure(failure -> Problems.send(ctx, failure));
  }

  private static void refuse(RoutingContext ctx, Throwable refused) {
    if (refused instanceof RefusedException known && known.status() == 429)
      ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "60");
    Problems.send(ctx, refused);
  }

  private static void noContent(RoutingContext ctx) {
    ctx.response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }
}

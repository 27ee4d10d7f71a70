package bongsu.verticles.web;

import bongsu.core.wire.JsonText;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refusals as RFC 9457 problem JSON. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int[] ROUTER_ERRORS = {400, 404, 405, 406, 413, 415, 500};

  private Problems() {}

  /** Ends the request with a problem; does nothing when it has been answered already. */
  public static void send(RoutingContext ctx, int status, String title, String detail) {
    send(ctx.response(), status, title, detail);
  }

  public static void send(HttpServerResponse response, int status, String title, String detail) {
    if (response.ended() || response.closed()) return;
    if (response.headWritten()) {
      response.reset();
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (status == 401) response.putHeader("WWW-Authenticate", "Bearer");
    response.end(text(status, title, detail));
  }

  /** Answers a failure: what was refused with its own status, anything else 503 and logged. */
  public static void send(RoutingContext ctx, Throwable failure) {
    if (failure instanceof RefusedException refused) {
      send(ctx, refused.status(), refused.title(), refused.detail());
    } else {
      LOG.warn("{} {} failed", ctx.request().method(), ctx.normalizedPath(), failure);
      send(ctx, 503, "Service Unavailable", "the store does not answer; try again shortly");
    }
  }

  /** Makes the router's own errors (no such route, body too large, a bug of ours) problems too. */
  public static void mountErrors(Router router) {
    for (int status : ROUTER_ERRORS) {
      String title = HttpResponseStatus.valueOf(status).reasonPhrase();
      router.errorHandler(status, ctx -> {
        if (status == 500) LOG.error("{} failed", ctx.request().method(), ctx.failure());
        send(ctx, status, title, detail(status));
      });
    }
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "there is nothing here";
      case 405 -> "this method is not allowed here";
      case 413 -> "the body is too large";
      case 500 -> "an error of ours; it is in the log";
      default -> "the request is not understood";
    };
  }

  private static String text(int status, String title, String detail) {
    return new JsonText()
        .open()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", (long) status)
        .put("detail", detail)
        .close()
        .toString();
  }
}

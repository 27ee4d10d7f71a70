package bongsu.verticles.live;

import bongsu.core.access.Principal;
import bongsu.core.access.Right;
import bongsu.verticles.access.Gate;
import bongsu.verticles.web.RefusedException;
import bongsu.verticles.web.Routes;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/v1/live}: refuses before the upgrade, and ends a screen whose right has ended. */
public final class LiveRoutes implements Routes {
  private static final long STILL_KNOWN_MS = 1_000;
  private static final long IN_USE_EVERY = 30;
  private static final short POLICY = 1008;

  private final Vertx vertx;
  private final Gate gate;
  private final LiveVerticle live;

  public LiveRoutes(Vertx vertx, Gate gate, LiveVerticle live) {
    this.vertx = vertx;
    this.gate = gate;
    this.live = live;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/live").handler(gate.require(Right.READ_LIVE)).handler(this::onRequest);
  }

  private void onRequest(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    request
        .toWebSocket()
        .onSuccess(socket -> {
          keepChecking(request, socket, 1);
          live.join(socket);
        })
        .onFailure(broken -> ctx.fail(400));
  }

  /** An open screen is use of its session, which is told the store now and then only. */
  private void keepChecking(HttpServerRequest request, ServerWebSocket socket, long times) {
    vertx.setTimer(STILL_KNOWN_MS, later -> {
      if (socket.isClosed()) return;
      if (times % IN_USE_EVERY != 0 && gate.isKnown(request))
        keepChecking(request, socket, times + 1);
      else
        gate.admit(request, Right.READ_LIVE)
            .onComplete(answer -> onAnswer(request, socket, times, answer));
    });
  }

  /** A store that is away cannot tell, and ends nobody's work. */
  private void onAnswer(
      HttpServerRequest request,
      ServerWebSocket socket,
      long times,
      AsyncResult<Principal> answer) {
    boolean ended = answer.cause() instanceof RefusedException refused && refused.status() < 500;
    if (ended) socket.close(POLICY, "signed out");
    else keepChecking(request, socket, times + 1);
  }
}

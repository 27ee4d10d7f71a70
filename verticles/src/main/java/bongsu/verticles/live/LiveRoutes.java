package bongsu.verticles.live;

import bongsu.core.access.Right;
import bongsu.verticles.access.Gate;
import bongsu.verticles.web.Routes;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/v1/live}: refuses before the upgrade, and ends a screen whose right has ended. */
public final class LiveRoutes implements Routes {
  private static final long STILL_ALLOWED_MS = 30_000;
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
          keepChecking(request, socket);
          live.join(socket);
        })
        .onFailure(broken -> ctx.fail(400));
  }

  private void keepChecking(HttpServerRequest request, ServerWebSocket socket) {
    vertx.setTimer(STILL_ALLOWED_MS, later -> {
      if (socket.isClosed()) return;
      gate.admit(request, Right.READ_LIVE)
          .onSuccess(still -> keepChecking(request, socket))
          .onFailure(ended -> socket.close(POLICY, "signed out"));
    });
  }
}

package bongsu.verticles.access;

import bongsu.core.access.Right;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /api/v1/rejections}: what feeds sent that was refused, for administrators. */
public final class RejectionRoutes implements Routes {
  private static final String PATH = "/api/v1/rejections";

  private final Gate gate;
  private final Rejections rejections;

  public RejectionRoutes(Gate gate, Rejections rejections) {
    this.gate = gate;
    this.rejections = rejections;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate.require(Right.ADMINISTER)).handler(this::read);
  }

  private void read(RoutingContext ctx) {
    rejections
        .read()
        .onSuccess(json -> ctx.response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(json))
        .onFailure(failure -> Problems.send(ctx, failure));
  }
}

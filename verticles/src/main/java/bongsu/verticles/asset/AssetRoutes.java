package bongsu.verticles.asset;

import bongsu.core.access.Right;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.AssetLimits;
import bongsu.core.geo.BoundingBox;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import bongsu.verticles.access.Gate;
import bongsu.verticles.web.Encoded;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.RefusedException;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/assets}: the register as GeoJSON, read by all and written by supervisors. */
public final class AssetRoutes implements Routes {
  private static final String PATH = "/api/v1/assets";
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_FEATURES = 20_000;
  private static final int MAX_POSITIONS = 20_000;
  private static final WireEnum<AssetKind> KINDS = WireEnum.of(AssetKind.class);

  private final Vertx vertx;
  private final Gate gate;
  private final AssetStore store;
  private final AssetRegister register;
  private final AssetLimits limits;
  private final AtomicBoolean writing = new AtomicBoolean();

  /** @param area where assets may lie; null for anywhere on earth */
  public AssetRoutes(
      Vertx vertx,
      Gate gate,
      AssetStore store,
      AssetRegister register,
      @Nullable BoundingBox area) {
    this.vertx = vertx;
    this.gate = gate;
    this.store = store;
    this.register = register;
    this.limits = new AssetLimits(MAX_BYTES, MAX_FEATURES, MAX_POSITIONS, area);
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate.require(Right.READ_ASSETS)).handler(this::read);
    router.put(PATH).handler(gate.require(Right.WRITE_ASSETS)).handler(this::oneAtATime);
    router.put(PATH).handler(BodyHandler.create(false).setBodyLimit(MAX_BYTES));
    router.put(PATH).handler(this::write);
  }

  private void read(RoutingContext ctx) {
    try {
      Optional<AssetKind> kind = kind(ctx);
      Optional<BoundingBox> box =
          Optional.ofNullable(ctx.request().getParam("bbox")).map(BoundingBox::parse);
      encoded(kind.orElse(null), box.orElse(null))
          .onSuccess(body -> body.send(ctx))
          .onFailure(failure -> Problems.send(ctx, failure));
    } catch (IllegalArgumentException e) {
      Problems.send(ctx, 400, "Bad Request", String.valueOf(e.getMessage()));
    }
  }

  private Future<Encoded> encoded(@Nullable AssetKind kind, @Nullable BoundingBox box) {
    AssetSnapshot snapshot = register.snapshot();
    if (box != null) return vertx.executeBlocking(() -> snapshot.encoded(kind, box), false);
    return snapshot
        .findEncoded(kind)
        .map(Future::succeededFuture)
        .orElseGet(() -> vertx.executeBlocking(() -> snapshot.encoded(kind), false));
  }

  private static Optional<AssetKind> kind(RoutingContext ctx) {
    String word = ctx.request().getParam("kind");
    if (word == null) return Optional.empty();
    Optional<AssetKind> kind = KINDS.find(word);
    if (kind.isEmpty())
      throw new IllegalArgumentException("kind must be one of " + KINDS.allowed());
    return kind;
  }

  /** A body of 16 MiB is held in memory, so one is held at a time. */
  private void oneAtATime(RoutingContext ctx) {
    if (!writing.compareAndSet(false, true)) {
      ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
      Problems.send(ctx, 429, "Too Many Requests", "another change of assets is being written");
      return;
    }
    ctx.addEndHandler(done -> writing.set(false));
    ctx.next();
  }

  private void write(RoutingContext ctx) {
    String who = Gate.principal(ctx).who();
    byte[] body =
        ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
    vertx
        .executeBlocking(() -> AssetGeoJson.decode(body, limits), false)
        .compose(decoded -> change(ctx, who, decoded))
        .onFailure(failure -> Problems.send(ctx, failure));
  }

  private Future<Void> change(RoutingContext ctx, String who, AssetGeoJson.Decoded decoded) {
    if (decoded.assets().isEmpty() && decoded.rejections().isEmpty())
      return Future.failedFuture(
          new RefusedException(400, "Bad Request", "the collection holds no features"));
    if (decoded.assets().isEmpty()) {
      var nothing = new AssetStore.Change(register.snapshot().version(), 0, 0, 0);
      return answer(ctx, 400, nothing, decoded);
    }
    return store
        .put(who, decoded.assets())
        .compose(change -> register.refresh().otherwiseEmpty().map(change))
        .compose(change -> answer(ctx, 200, change, decoded));
  }

  private static Future<Void> answer(
      RoutingContext ctx, int status, AssetStore.Change change, AssetGeoJson.Decoded decoded) {
    JsonText json = new JsonText()
        .open()
        .put("version", change.version())
        .put("added", (long) change.added())
        .put("changed", (long) change.changed())
        .put("unchanged", (long) change.unchanged())
        .openList("rejected");
    for (var rejection : decoded.rejections())
      json.open()
          .put("index", (long) rejection.index())
          .put("field", rejection.field())
          .put("reason", rejection.reason())
          .close();
    return ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(json.closeList().close().toString());
  }
}

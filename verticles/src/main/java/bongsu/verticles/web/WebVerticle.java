package bongsu.verticles.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One event loop's HTTP server; deploy several, all nodes on a machine share the port. */
@SuppressWarnings("NullAway.Init") // start() makes what needs the event loop
public final class WebVerticle extends VerticleBase {
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_LIVE_MESSAGE_BYTES = 64 * 1024;
  private static final int IDLE_S = 120;
  /** Of a screen that does not read, the system would hold megabytes of old pictures otherwise. */
  private static final int SEND_BUFFER_BYTES = 128 * 1024;

  private static final int FINISH_MS = 400;

  private final Listening listening;
  private final HttpConnections connections;
  private final Function<Vertx, List<Routes>> routes;
  private HttpServer server;

  /** @param routes made on the event loop that will serve them, mounted in order */
  public WebVerticle(
      Listening listening, HttpConnections connections, Function<Vertx, List<Routes>> routes) {
    this.listening = listening;
    this.connections = connections;
    this.routes = routes;
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options = new HttpServerOptions()
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketMessageSize(MAX_LIVE_MESSAGE_BYTES)
        .setMaxWebSocketFrameSize(MAX_LIVE_MESSAGE_BYTES)
        .setHandle100ContinueAutomatically(true);
    options.setIdleTimeout(IDLE_S);
    options.setSendBufferSize(SEND_BUFFER_BYTES);
    listening.setUp(options);
    Router router = Router.router(vertx);
    routes.apply(vertx).forEach(mounted -> mounted.mount(router));
    server = vertx
        .createHttpServer(options)
        .connectionHandler(connections::enter)
        .requestHandler(request -> onRequest(request, router));
    return server.listen();
  }

  private void onRequest(HttpServerRequest request, Router router) {
    if (!connections.isExcess(request.connection())) {
      router.handle(request);
      return;
    }
    request.response().putHeader(HttpHeaders.CONNECTION, "close").putHeader("Retry-After", "5");
    Problems.send(request.response(), 503, "Not available", "this node has too many connections");
  }

  /** What was asked is still answered. */
  @Override
  public Future<?> stop() {
    return server.shutdown(FINISH_MS, TimeUnit.MILLISECONDS);
  }
}

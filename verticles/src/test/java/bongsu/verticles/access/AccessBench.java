package bongsu.verticles.access;

import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.ops.postgres.StoreAddress;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.RefusedException;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One node's access on a real store, with a real HTTP server and client. Each test class makes its
 * own; several make several nodes.
 */
public final class AccessBench implements AutoCloseable {
  public final Vertx vertx = Vertx.vertx();
  public final Pool pool;
  public final Audit audit;
  public final TokenStore tokenStore;
  public final Tokens tokens;
  public final Users users;
  public final Sessions sessions;
  public final Refusals refusals;
  public final Gate gate;
  public final SignIns signIns;
  public final SameOrigin sameOrigin = new SameOrigin(Set.of());
  public final PublicSide publicSide = PublicSide.direct(false);
  public final SessionCookie cookie = new SessionCookie(false);
  public final Router router;
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private volatile Instant fixed = Instant.EPOCH;

  public AccessBench(StoreAddress store) {
    pool = pool(vertx, store);
    InstantSource clock = () -> fixed.equals(Instant.EPOCH) ? Instant.now() : fixed;
    audit = new Audit(pool);
    tokenStore = new TokenStore(pool);
    tokens = new Tokens(vertx, tokenStore, clock);
    users = new Users(vertx, pool);
    sessions = new Sessions(vertx, pool, clock);
    refusals = new Refusals(vertx, audit);
    gate = new Gate(tokens, sessions, cookie, sameOrigin, publicSide, refusals);
    signIns = new SignIns(pool, users, sessions, audit);
    router = Router.router(vertx);
    Problems.mountErrors(router);
    mount(new SessionRoutes(signIns, gate, cookie, sameOrigin, publicSide));
    server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    await(tokens.start());
    await(sessions.start());
  }

  static Pool pool(Vertx vertx, StoreAddress store) {
    return Pool.pool(
        vertx,
        new PgConnectOptions()
            .setHost(store.host())
            .setPort(store.port())
            .setDatabase(store.database())
            .setUser(store.user())
            .setPassword(store.password()),
        new PoolOptions().setMaxSize(4).setConnectionTimeout(20));
  }

  public void mount(Routes routes) {
    routes.mount(router);
  }

  /** Sets this node's clock. */
  public void clockAt(Instant instant) {
    fixed = instant;
  }

  public String origin() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  public int port() {
    return server.actualPort();
  }

  /** A person with the role, signed in: the Cookie header's value. */
  public String signedIn(String name, Role role) {
    String password = "correct horse " + name;
    await(users.add("local:test", name, role, password));
    return cookieOf(signIn(name, password));
  }

  public HttpResponse<String> signIn(String name, String password) {
    return post("/api/v1/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  public static String cookieOf(HttpResponse<?> response) {
    return response.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
  }

  /** A token with the rights, known to this node. */
  public String token(String name, Right... rights) {
    var grant = new TokenGrant(name, Set.of(name), Set.of(rights), false, null);
    String text = await(tokenStore.create("local:test", grant));
    await(tokens.load());
    return text;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(path, request -> request.GET(), headers);
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(path, r -> r.POST(HttpRequest.BodyPublishers.ofString(body)), headers);
  }

  public HttpResponse<String> put(String path, String body, String... headers) {
    return send(path, r -> r.PUT(HttpRequest.BodyPublishers.ofString(body)), headers);
  }

  public HttpResponse<String> delete(String path, String... headers) {
    return send(path, HttpRequest.Builder::DELETE, headers);
  }

  private HttpResponse<String> send(
      String path, Function<HttpRequest.Builder, HttpRequest.Builder> method, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
    if (headers.length > 0) request.headers(headers);
    try {
      return http.send(method.apply(request).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The HTTP status a failure is answered with. */
  static int statusOf(Throwable failure) {
    return failure instanceof RefusedException refused ? refused.status() : 503;
  }

  /** Waits for a condition, looking every few milliseconds; fails after ten seconds. */
  public static void until(java.util.function.BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("did not become true");
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within 20 s", e);
    }
  }

  @Override
  public void close() {
    tokens.stop();
    sessions.stop();
    await(vertx.close());
  }
}

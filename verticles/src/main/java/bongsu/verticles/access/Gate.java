package bongsu.verticles.access;

import bongsu.core.access.Principal;
import bongsu.core.access.Right;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Lets a request pass when its sender is known, comes from our own page, and has the right. */
public final class Gate {
  private static final String PRINCIPAL = "bongsu.principal";
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Tokens tokens;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;
  private final PublicSide publicSide;
  private final Refusals refusals;

  public Gate(
      Tokens tokens,
      Sessions sessions,
      SessionCookie cookie,
      SameOrigin sameOrigin,
      PublicSide publicSide,
      Refusals refusals) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.cookie = cookie;
    this.sameOrigin = sameOrigin;
    this.publicSide = publicSide;
    this.refusals = refusals;
  }

  /**
   * A handler that puts the principal on the context and goes on, or answers 401 or 403. A platform
   * handler by kind, so that a BodyHandler may follow it on the same route: nobody's body is read
   * before they are known.
   *
   * @param rights all of which are needed; none: whoever is signed in
   */
  public Handler<RoutingContext> require(Right... rights) {
    PlatformHandler gate = ctx -> check(ctx, rights);
    return gate;
  }

  /** The body waits until the store has answered, when it has to be asked. */
  private void check(RoutingContext ctx, Right[] rights) {
    Future<Principal> admitted = admit(ctx.request(), rights);
    boolean waiting = !admitted.isComplete();
    if (waiting) ctx.request().pause();
    admitted.onComplete(
        principal -> {
          ctx.put(PRINCIPAL, principal);
          ctx.next();
          if (waiting) ctx.request().resume();
        },
        refused -> {
          Problems.send(ctx, refused);
          if (waiting) ctx.request().resume();
        });
  }

  /** Who passed {@link #require} on this context. */
  public static Principal principal(RoutingContext ctx) {
    Principal principal = ctx.get(PRINCIPAL);
    if (principal == null) throw new IllegalStateException("the route has no gate");
    return principal;
  }

  /**
   * Lets a request or a WebSocket handshake pass. Fails with {@link RefusedException} 401 or 403,
   * or as the store does when only it could tell. Asked again later with the same request it tells
   * whether the session or token is still valid, and counts as use of the session.
   */
  public Future<Principal> admit(HttpServerRequest request, Right... rights) {
    boolean upgrade = request.getHeader(HttpHeaders.UPGRADE) != null;
    boolean bearer = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    boolean changes = upgrade || !READS.contains(request.method());
    if (upgrade && sameOrigin.isForeign(request)) return foreign(request);
    if (!bearer && changes && cookie.find(request).isPresent() && !sameOrigin.isOwn(request))
      return foreign(request);
    return authenticate(request)
        .compose(
            found -> found.isPresent() ? allow(request, found.get(), rights) : unknown(request));
  }

  /**
   * Whether a request that was admitted still would be, as far as this node knows without asking the
   * store: a no may be a session too new to be known here. Counts as no use of the session.
   */
  public boolean isKnown(HttpServerRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null)
      return bearerIn(authorization).flatMap(tokens::findBearer).isPresent();
    return cookie.find(request).filter(sessions::isKnown).isPresent();
  }

  /** Whose token or session cookie this is; looks at neither rights nor origin. */
  public Future<Optional<Principal>> authenticate(HttpServerRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null)
      return bearerIn(authorization)
          .map(tokens::lookUpBearer)
          .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    Optional<String> id = cookie.find(request);
    return id.isPresent() ? sessions.find(id.get()) : Future.succeededFuture(Optional.empty());
  }

  private Future<Principal> allow(HttpServerRequest request, Principal principal, Right[] rights) {
    Optional<Right> missing =
        Arrays.stream(rights).filter(right -> !principal.may(right)).findFirst();
    if (missing.isEmpty()) return Future.succeededFuture(principal);
    String word = missing.get().wire();
    note(request, principal.who(), "may not " + word);
    return refuse(403, "Forbidden", "this needs the right " + word);
  }

  private Future<Principal> foreign(HttpServerRequest request) {
    note(request, "unknown", "not from our own page");
    return refuse(403, "Forbidden", "a request that changes something must come from our own page");
  }

  private Future<Principal> unknown(HttpServerRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null)
      note(request, tokens.whoClaims(bearerIn(authorization).orElse("")), "wrong token");
    else note(request, "unknown", "no valid session or token");
    return refuse(401, "Unauthorized", "sign in, or send a valid token");
  }

  private void note(HttpServerRequest request, String who, String why) {
    refusals.note(who, why, "http", publicSide.addressOf(request));
  }

  private static Optional<String> bearerIn(String authorization) {
    return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(authorization.substring(7).strip())
        : Optional.empty();
  }

  private static Future<Principal> refuse(int status, String title, String detail) {
    return Future.failedFuture(new RefusedException(status, title, detail));
  }
}

package bongsu.verticles.access;

import bongsu.verticles.web.Problems;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Set;

/** All of a node's access control, wired. Life of tokens and sessions is in real time. */
public final class Access {
  private final Tokens tokens;
  private final Sessions sessions;
  private final Audit audit;
  private final Refusals refusals;
  private final Rejections rejections;
  private final SessionCookie cookie = new SessionCookie(false);
  private final SameOrigin sameOrigin = new SameOrigin(Set.of());
  private final SignIns signIns;
  private final Gate gate;

  public Access(Vertx vertx, Pool pool) {
    Clock clock = Clock.systemUTC();
    this.tokens = new Tokens(vertx, new TokenStore(pool), clock);
    this.sessions = new Sessions(vertx, pool, clock);
    this.audit = new Audit(pool);
    this.refusals = new Refusals(vertx, audit);
    this.rejections = new Rejections(vertx, pool, clock);
    this.signIns = new SignIns(pool, new Users(vertx, pool), sessions, audit);
    this.gate = new Gate(tokens, sessions, cookie, sameOrigin, refusals);
  }

  /** Completes once tokens and sessions are known. */
  public Future<Void> start() {
    return Future.all(tokens.start(), sessions.start()).mapEmpty();
  }

  public Tokens tokens() {
    return tokens;
  }

  public Audit audit() {
    return audit;
  }

  public Refusals refusals() {
    return refusals;
  }

  public Rejections rejections() {
    return rejections;
  }

  public Gate gate() {
    return gate;
  }

  public Routes errors() {
    return Problems::mountErrors;
  }

  public Routes sessionRoutes() {
    return new SessionRoutes(signIns, gate, cookie, sameOrigin);
  }

  public Routes rejectionRoutes() {
    return new RejectionRoutes(gate, rejections);
  }
}

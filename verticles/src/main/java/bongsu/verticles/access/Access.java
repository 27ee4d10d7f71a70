package bongsu.verticles.access;

import bongsu.verticles.web.Problems;
import bongsu.verticles.web.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;

/** All of a node's access control, wired. Life of tokens and sessions is in real time. */
public final class Access {
  private final Tokens tokens;
  private final Sessions sessions;
  private final Audit audit;
  private final Refusals refusals;
  private final Rejections rejections;
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;
  private final PublicSide publicSide;
  private final SignIns signIns;
  private final Gate gate;

  /**
   * @param publicSide how people reach this city
   * @param clock real time, the same on all nodes
   */
  public Access(Vertx vertx, Pool pool, PublicSide publicSide, InstantSource clock) {
    this.publicSide = publicSide;
    this.cookie = new SessionCookie(publicSide.secure());
    this.sameOrigin = new SameOrigin(publicSide.origins());
    this.tokens = new Tokens(vertx, new TokenStore(pool), clock);
    this.sessions = new Sessions(vertx, pool, clock);
    this.audit = new Audit(pool);
    this.refusals = new Refusals(vertx, audit);
    this.rejections = new Rejections(vertx, pool, clock);
    this.signIns = new SignIns(pool, new Users(vertx, pool), sessions, audit);
    this.gate = new Gate(tokens, sessions, cookie, sameOrigin, publicSide, refusals);
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
    return new SessionRoutes(signIns, gate, cookie, sameOrigin, publicSide);
  }

  public Routes rejectionRoutes() {
    return new RejectionRoutes(gate, rejections);
  }
}

package bongsu.verticles.access;

import bongsu.verticles.web.RefusedException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.atomic.AtomicInteger;

/** Signing in and out, throttled and audited. Any thread may call. */
public final class SignIns {
  private static final int MAX_AT_ONCE = 16;

  private final Pool pool;
  private final Users users;
  private final Sessions sessions;
  private final Audit audit;
  private final SignInThrottle throttle;
  private final AtomicInteger atOnce = new AtomicInteger();

  public SignIns(Pool pool, Users users, Sessions sessions, Audit audit) {
    this.pool = pool;
    this.users = users;
    this.sessions = sessions;
    this.audit = audit;
    this.throttle = new SignInThrottle(pool);
  }

  /**
   * Signs a person in.
   *
   * @param address the other end's, which is throttled as the name is
   * @return the new session's id; fails with {@link RefusedException} 401 or 429
   */
  public Future<String> signIn(String name, String password, String address) {
    if (atOnce.incrementAndGet() > MAX_AT_ONCE) {
      atOnce.decrementAndGet();
      return Future.failedFuture(SignInThrottle.tooMany());
    }
    return attempt(Users.normal(name), password, address)
        .onComplete(done -> atOnce.decrementAndGet());
  }

  /** Ends a session. */
  public Future<Void> signOut(String sessionId) {
    return sessions
        .close(sessionId)
        .compose(person -> person.isPresent()
            ? audit.append("user:" + person.get(), "session.end", "", "")
            : Future.succeededFuture());
  }

  private Future<String> attempt(String name, String password, String address) {
    return throttle.enter(name, address).compose(entry -> users
        .check(name, password)
        .compose(checked -> checked.role().isPresent()
            ? open(entry, name, address)
            : wrong(checked.known() ? "user:" + name : "unknown", address)));
  }

  private Future<String> open(SignInThrottle.Entry entry, String name, String address) {
    return pool.withTransaction(connection -> throttle
        .leave(connection, entry)
        .compose(left -> sessions.open(connection, name))
        .compose(
            id -> Audit.append(connection, "user:" + name, "session.start", "", "from " + address)
                .map(id)));
  }

  /** An unknown name is not written down: people type their password there by mistake. */
  private Future<String> wrong(String who, String address) {
    return audit
        .append(who, "session.refused", "", "wrong name or password, from " + address)
        .compose(done -> Future.failedFuture(
            new RefusedException(401, "Unauthorized", "the name or the password is wrong")));
  }
}

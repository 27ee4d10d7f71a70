package bongsu.verticles.access;

import bongsu.core.wire.Rejection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;

/**
 * Counts what feeds sent that was refused, and keeps the last ones. Written in groups of 10 ms, and
 * a group's size does not grow with the number of refusals in it, so a flood of bad messages costs
 * neither the store nor the heap much. While the store is away they gather in memory, and are
 * counted when it is back. Any thread may call; each call is short.
 */
public final class Rejections {
  private static final long GROUP_MS = 10;
  private static final long AGAIN_MS = 1_000;
  private static final int MOST_WAITING = 20_000;
  private static final String BAD_DATA = "22";

  private final Vertx vertx;
  private final InstantSource clock;
  private final RejectionStore store;
  private RejectionGroup open = new RejectionGroup();
  private Promise<Void> written = Promise.promise();
  private boolean scheduled;
  private int waiting;

  public Rejections(Vertx vertx, Pool pool, InstantSource clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.store = new RejectionStore(pool);
  }

  /**
   * Counts one refusal.
   *
   * @param source the feed, or the token's name when the message named none
   * @param sample the message, or its beginning; personal fields are blanked before it is kept
   * @return completes, on the caller's context, when it is in the store; fails, though it will be
   *     counted, when that is away, and at once when too many wait for it
   */
  public Future<Void> record(String source, Rejection rejection, String sample) {
    RejectedMessage message = RejectedMessage.of(source, rejection, sample, clock.instant());
    return onCallersContext(add(message));
  }

  /** Counts and last messages as JSON. */
  Future<String> read() {
    return store.read();
  }

  private synchronized Future<Void> add(RejectedMessage message) {
    open.add(message);
    if (!scheduled) {
      scheduled = true;
      vertx.setTimer(GROUP_MS, timer -> write());
    }
    return ++waiting > MOST_WAITING ? Future.failedFuture("too many wait") : written.future();
  }

  /** One group at a time: while it is written the next one fills. */
  private void write() {
    RejectionGroup group;
    Promise<Void> done;
    synchronized (this) {
      group = open;
      done = written;
      open = new RejectionGroup();
      written = Promise.promise();
      waiting = 0;
    }
    store.write(group).onComplete(result -> {
      if (result.succeeded() || isUnwritable(result.cause())) next();
      else again(group);
      done.handle(result);
    });
  }

  private static boolean isUnwritable(Throwable failure) {
    return failure instanceof PgException refused && refused.getSqlState().startsWith(BAD_DATA);
  }

  private synchronized void next() {
    scheduled = !open.isEmpty();
    if (scheduled) vertx.setTimer(GROUP_MS, timer -> write());
  }

  private synchronized void again(RejectionGroup group) {
    group.addAll(open);
    open = group;
    vertx.setTimer(AGAIN_MS, timer -> write());
  }

  private static Future<Void> onCallersContext(Future<Void> group) {
    Context context = Vertx.currentContext();
    if (context == null) return group;
    Promise<Void> promise = Promise.promise();
    group.onComplete(result -> context.runOnContext(now -> promise.handle(result)));
    return promise.future();
  }
}

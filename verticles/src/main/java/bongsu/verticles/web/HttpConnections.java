package bongsu.verticles.web;

import io.vertx.core.http.HttpConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many HTTP connections a node has. One too many is told so with its first request; far too
 * many are closed unheard. Any thread may call.
 */
public final class HttpConnections {
  private final int most;
  private final Runnable onTurnedAway;
  private final AtomicInteger open = new AtomicInteger();
  private final Set<HttpConnection> excess = ConcurrentHashMap.newKeySet();

  /** @param onTurnedAway called for each connection beyond {@code most} */
  public HttpConnections(int most, Runnable onTurnedAway) {
    this.most = most;
    this.onTurnedAway = onTurnedAway;
  }

  void enter(HttpConnection connection) {
    int now = open.incrementAndGet();
    connection.closeHandler(gone -> {
      excess.remove(connection);
      open.decrementAndGet();
    });
    if (now <= most) return;
    onTurnedAway.run();
    if (now > most + most / 10 + 1) connection.close();
    else excess.add(connection);
  }

  /** Whether what comes on it shall only be told to come back later. */
  boolean isExcess(HttpConnection connection) {
    return excess.contains(connection);
  }
}

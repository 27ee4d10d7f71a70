package bongsu.verticles.store;

import bongsu.core.event.Lane;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/**
 * Whether the disk has room for more telemetry. Days that are in use or not judged are never
 * dropped, so when they alone pass what may be kept, new telemetry is refused, the lowest lane
 * first. Any thread may ask.
 */
public final class TelemetryRoom {
  private static final String BYTES =
      "select coalesce(sum(bytes), 0)::bigint as bytes from event_kept";

  private final long maxBytes;
  private volatile long bytes;

  /** @param maxBytes beyond which P3 is refused; P2 is beyond 105 %, P1 beyond 110 % of it */
  public TelemetryRoom(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether events of this lane must be refused; calls are no telemetry. */
  public boolean isFullFor(Lane lane) {
    return switch (lane) {
      case P0 -> false;
      case P1 -> bytes > maxBytes / 100 * 110;
      case P2 -> bytes > maxBytes / 100 * 105;
      case P3 -> bytes > maxBytes;
    };
  }

  /** Looks how much there is now; when the store does not answer, what was known holds. */
  public Future<Void> look(Pool pool) {
    return pool.query(BYTES).execute().map(rows -> {
      bytes = rows.iterator().next().getLong("bytes");
      return null;
    });
  }
}

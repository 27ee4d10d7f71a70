package bongsu.verticles.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads something again and again, never twice at once. A store that is away is told once in the
 * log, not every time.
 */
public final class Poll {
  private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

  private final Vertx vertx;
  private final long periodMs;
  private final String what;
  private final Supplier<Future<Void>> read;
  private volatile boolean stopped;
  private volatile boolean failing;

  /** @param what it reads, for the log */
  public Poll(Vertx vertx, long periodMs, String what, Supplier<Future<Void>> read) {
    this.vertx = vertx;
    this.periodMs = periodMs;
    this.what = what;
    this.read = read;
  }

  /** Completes or fails as the first read does; reading goes on either way. */
  public Future<Void> start() {
    return once();
  }

  public void stop() {
    stopped = true;
  }

  private Future<Void> once() {
    Future<Void> reading = read.get();
    return reading.onComplete(done -> {
      note(done.cause());
      if (!stopped) vertx.setTimer(periodMs, timer -> again());
    });
  }

  private void again() {
    if (!stopped) once();
  }

  private void note(@Nullable Throwable failure) {
    if (failure != null && !failing && !stopped)
      LOG.warn("cannot read the {}, going on with what is known: {}", what, failure.getMessage());
    if (failure == null && failing) LOG.info("reading the {} again", what);
    failing = failure != null;
  }
}

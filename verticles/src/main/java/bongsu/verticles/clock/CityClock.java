package bongsu.verticles.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The one city clock: real time by default, or a start and a rate for scenarios. Ages, holds and
 * lateness use it; leases and sessions never do. Safe for any thread.
 *
 * @param start city time at the anchor
 * @param anchor real time at which the clock was started; the same on every node
 * @param rate city seconds a real second, 1 to 60
 */
public record CityClock(Instant start, Instant anchor, double rate) {
  public CityClock {
    if (!(rate >= 1 && rate <= 60))
      throw new IllegalArgumentException("city rate must be 1..60, was " + rate);
  }

  /** A clock that shows real time. */
  public static CityClock real() {
    return new CityClock(Instant.EPOCH, Instant.EPOCH, 1);
  }

  public Instant now() {
    return at(Instant.now());
  }

  /** City time at a real time, whole milliseconds. */
  public Instant at(Instant real) {
    long realMs = Duration.between(anchor, real).toMillis();
    return start.plusMillis(Math.round(realMs * rate));
  }
}

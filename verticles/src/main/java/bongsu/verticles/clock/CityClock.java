package bongsu.verticles.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one city clock: real time by default, or a start and a rate for scenarios. Ages, holds and
 * lateness use it; leases and sessions never do. Safe for any thread.
 *
 * @param start city time at the anchor
 * @param anchor real time at which the clock was started; the same on every node
 * @param rate city seconds a real second, 1 to 60
 * @param realTime tells real time
 */
public record CityClock(Instant start, Instant anchor, double rate, InstantSource realTime) {
  public CityClock {
    if (!(rate >= 1 && rate <= 60))
      throw new IllegalArgumentException("city rate must be 1..60, was " + rate);
  }

  /** By this machine's clock. */
  public CityClock(Instant start, Instant anchor, double rate) {
    this(start, anchor, rate, InstantSource.system());
  }

  /** A clock that shows real time. */
  public static CityClock of(InstantSource real) {
    return new CityClock(Instant.EPOCH, Instant.EPOCH, 1, real);
  }

  /** The time of this machine. */
  public static CityClock real() {
    return of(InstantSource.system());
  }

  public Instant now() {
    return at(realTime.instant());
  }

  /** City time at a real time, whole milliseconds. */
  public Instant at(Instant real) {
    long realMs = Duration.between(anchor, real).toMillis();
    return start.plusMillis(Math.round(realMs * rate));
  }
}

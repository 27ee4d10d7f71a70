package bongsu.verticles.feed;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Lane;
import bongsu.core.wire.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an event's time can be true by the city clock. Telemetry older than what is kept, or from
 * the future, is a broken clock; a call is taken whatever its time.
 */
final class Plausibility {
  static final Duration OLDEST = Duration.ofDays(7);
  static final Duration EARLIEST = Duration.ofMinutes(10);

  private Plausibility() {}

  static Optional<Rejection> findRejection(CityEvent event, Instant cityNow) {
    if (event.lane() == Lane.P0) return Optional.empty();
    if (event.observedAt().isBefore(cityNow.minus(OLDEST)))
      return Optional.of(new Rejection("observedAt", "is older than the 7 days that are kept"));
    if (event.observedAt().isAfter(cityNow.plus(EARLIEST)))
      return Optional.of(
          new Rejection("observedAt", "is more than 10 minutes ahead of the city clock"));
    return Optional.empty();
  }
}

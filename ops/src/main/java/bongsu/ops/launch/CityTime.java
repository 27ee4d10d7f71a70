package bongsu.ops.launch;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The city's clock as every process of one run is told it: city time is {@code start} at the real
 * moment {@code anchor} and runs {@code rate} times as fast from there.
 *
 * @param start null: the real time at {@code anchor}
 * @param rate 1–60
 */
public record CityTime(@Nullable OffsetDateTime start, OffsetDateTime anchor, int rate) {
  public CityTime {
    if (rate < 1 || rate > 60) throw new IllegalArgumentException("rate must be 1–60, was " + rate);
  }
}

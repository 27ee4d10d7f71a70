package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one quantity by one sensor.
 *
 * @param value in the unit of {@code quantity}, finite
 */
public record SensorReading(
    Origin origin,
    String sensorId,
    Quantity quantity,
    double value,
    @Nullable Position position) implements CityEvent {
  public SensorReading {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException("value must be finite, was " + value);
  }

  @Override
  public String subject() {
    return sensorId;
  }

  @Override
  public Lane lane() {
    return quantity.disaster() ? Lane.P1 : Lane.P3;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.ofNullable(position);
  }
}

package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a device says of its own health. */
public record DeviceStatus(
    Origin origin, String assetId, Status status, @Nullable String detail) implements CityEvent {
  /** From healthy to gone. */
  public enum Status {
    OK,
    DEGRADED,
    FAULT,
    OFFLINE
  }

  @Override
  public String subject() {
    return assetId;
  }

  @Override
  public Lane lane() {
    return Lane.P3;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.empty();
  }
}

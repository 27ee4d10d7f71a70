package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a junction's controller (신호제어기) is doing. */
public record SignalStatus(
    Origin origin, String junctionId, Mode mode, @Nullable Integer phase) implements CityEvent {
  /** Normal and actuated are healthy; the rest is somebody's or something's exception. */
  public enum Mode {
    NORMAL,
    ACTUATED,
    FLASH,
    ALL_RED,
    DARK,
    CONFLICT,
    MANUAL,
    PREEMPT
  }

  @Override
  public String subject() {
    return junctionId;
  }

  @Override
  public Lane lane() {
    return Lane.P2;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.empty();
  }
}

package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody pressed a help button (비상벨), an SOS, or left a safe zone. */
public record HelpSignal(
    Origin origin,
    String deviceId,
    Kind kind,
    @Nullable Position position,
    @Nullable Personal personal)
    implements CityEvent {
  /** What called for help. */
  public enum Kind {
    HELP_BUTTON,
    SOS,
    SAFE_ZONE_EXIT
  }

  @Override
  public String subject() {
    return deviceId;
  }

  @Override
  public Lane lane() {
    return Lane.P0;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.ofNullable(position);
  }
}

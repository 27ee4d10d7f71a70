package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a police car, engine or ambulance is.
 *
 * @param speedMps metres a second, null when not told
 * @param headingDeg clockwise from north, 0 to below 360
 * @param receiptNo the call it serves, if any
 */
public record UnitPosition(
    Origin origin,
    String unitId,
    Service service,
    Position position,
    @Nullable Double speedMps,
    @Nullable Double headingDeg,
    @Nullable Status status,
    @Nullable String receiptNo)
    implements CityEvent {
  /** Whose unit. */
  public enum Service {
    POLICE,
    FIRE,
    EMS,
    CITY
  }

  /** What the unit does. */
  public enum Status {
    AVAILABLE,
    DISPATCHED,
    EN_ROUTE,
    ON_SCENE,
    TRANSPORT,
    AT_HOSPITAL,
    RETURNING,
    OFF
  }

  @Override
  public String subject() {
    return unitId;
  }

  @Override
  public Lane lane() {
    return Lane.P2;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.of(position);
  }
}

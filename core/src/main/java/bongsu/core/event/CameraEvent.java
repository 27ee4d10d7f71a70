package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a camera's analytics saw.
 *
 * @param confidence 0 to 1, as the camera claims
 * @param count persons or vehicles, where the kind counts
 * @param plate a vehicle's number plate; personal: kept with the event only, never on the live stream
 */
public record CameraEvent(
    Origin origin,
    String cameraId,
    Kind kind,
    double confidence,
    @Nullable Position position,
    @Nullable Integer count,
    @Nullable String plate,
    @Nullable String objectId)
    implements CityEvent {
  /** KISA's certified kinds, and what cameras also tell. */
  public enum Kind {
    LOITERING,
    INTRUSION,
    ABANDONMENT,
    FALL,
    FIGHT,
    ARSON,
    FIRE,
    SMOKE,
    DROWNING,
    MISSING_PERSON,
    MARKETING,
    CROWD,
    VEHICLE_STOPPED,
    WRONG_WAY,
    FLOODING,
    PLATE,
    MOTION,
    TAMPER,
    SIGNAL_LOSS
  }

  public CameraEvent {
    if (!(confidence >= 0 && confidence <= 1))
      throw new IllegalArgumentException("confidence must be within 0..1, was " + confidence);
  }

  @Override
  public String subject() {
    return cameraId;
  }

  @Override
  public Lane lane() {
    return Lane.P1;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.ofNullable(position);
  }
}

package bongsu.core.event;

import bongsu.core.geo.Position;
import java.time.Instant;
import java.util.Optional;

/** 이벤트: a fact a feed reported, what, where, when. */
public sealed interface CityEvent
    permits CallReport,
        HelpSignal,
        CameraEvent,
        SensorReading,
        SignalStatus,
        UnitPosition,
        DeviceStatus {
  Origin origin();

  /** The thing the event is about: the sensor, camera, unit, junction, device, or the receipt of a call. */
  String subject();

  Lane lane();

  /** Where, when the reporter said so; otherwise the place of the subject's asset. */
  Optional<Position> findPosition();

  /** The {@code type} on the wire. */
  default String type() {
    return getClass().getSimpleName();
  }

  default Instant observedAt() {
    return origin().observedAt();
  }
}

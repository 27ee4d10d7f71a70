package bongsu.verticles.live;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.Position;
import bongsu.core.wire.JsonText;
import java.util.Optional;

/** Events as the screens see them; no personal field is among them. */
public final class Things {
  private Things() {}

  /** The thing an event tells of; empty for events that are no state of a thing on the map. */
  public static Optional<Thing> of(CityEvent event) {
    if (event instanceof UnitPosition unit) return Optional.of(thing("units", unit, unit(unit)));
    if (event instanceof SensorReading reading)
      return Optional.of(thing("sensors", reading, sensor(reading)));
    if (event instanceof SignalStatus signal)
      return Optional.of(thing("signals", signal, signal(signal)));
    if (event instanceof CameraEvent camera)
      return Optional.of(thing("cameras", camera, camera(camera)));
    return Optional.empty();
  }

  private static Thing thing(String layer, CityEvent event, JsonText json) {
    Optional<Position> position = event.findPosition();
    return new Thing(
        layer,
        event.subject(),
        position.map(Position::latDeg).orElse(Double.NaN),
        position.map(Position::lonDeg).orElse(Double.NaN),
        event.observedAt().toEpochMilli(),
        json.put("at", event.observedAt()).close().toString());
  }

  private static JsonText unit(UnitPosition unit) {
    JsonText json = new JsonText().open().put("id", unit.unitId()).put("service", unit.service());
    json.put("latDeg", unit.position().latDeg()).put("lonDeg", unit.position().lonDeg());
    if (unit.position().accuracyM() > 0) json.put("accuracyM", unit.position().accuracyM());
    json.put("headingDeg", unit.headingDeg()).put("speedMps", unit.speedMps());
    return json.put("status", unit.status()).put("receiptNo", unit.receiptNo());
  }

  private static JsonText sensor(SensorReading reading) {
    return new JsonText()
        .open()
        .put("id", reading.sensorId())
        .put("quantity", reading.quantity())
        .put("value", reading.value());
  }

  private static JsonText signal(SignalStatus signal) {
    return new JsonText()
        .open()
        .put("id", signal.junctionId())
        .put("mode", signal.mode())
        .put("phase", signal.phase());
  }

  private static JsonText camera(CameraEvent camera) {
    return new JsonText()
        .open()
        .put("id", camera.cameraId())
        .put("kind", camera.kind())
        .put("confidence", camera.confidence());
  }
}

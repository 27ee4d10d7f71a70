package bongsu.rules.judge;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import java.time.Instant;
import java.util.Map;

/** Small words for what tests are about. Seconds count from {@link #START}. */
final class Given {
  static final Instant START = Instant.parse("2026-08-06T00:00:00Z");
  static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));

  private Given() {}

  static RuleSet rules(String yaml) {
    try {
      return RuleLoader.load(Map.of("test.yaml", yaml));
    } catch (RuleFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** One rule: its head and words around what a test is about. */
  static RuleSet rule(String id, String kind, String body) {
    return rules("rules:\n" + text(id, kind, body));
  }

  static String text(String id, String kind, String body) {
    return """
          - id: %s
            version: 1
            kind: %s
            severity: 2
            incidentKind: flood
            message: { ko: "{place} 경고", en: "{place} warning" }
        """.formatted(id, kind) + body.indent(4);
  }

  static Origin at(double s, String id) {
    return Origin.of("test", id, START.plusMillis(Math.round(s * 1000)));
  }

  static SensorReading level(double s, double value) {
    return reading(s, "WL-1", Quantity.WATER_LEVEL_M, value);
  }

  static SensorReading reading(double s, String sensorId, Quantity quantity, double value) {
    return new SensorReading(at(s, sensorId + "@" + s), sensorId, quantity, value, null);
  }

  static CameraEvent saw(double s, CameraEvent.Kind kind, double confidence) {
    return new CameraEvent(
        at(s, "cam@" + s), "CAM-1", kind, confidence, null, null, "12가3456", null);
  }

  static SignalStatus signal(double s, SignalStatus.Mode mode) {
    return new SignalStatus(at(s, "sig@" + s), "J-1", mode, null);
  }

  static DeviceStatus device(double s, DeviceStatus.Status status) {
    return new DeviceStatus(at(s, "dev@" + s), "CAM-1", status, null);
  }

  static UnitPosition unit(double s, double eastM, double northM) {
    return unit("PUMP-11", s, eastM, northM, 0);
  }

  static UnitPosition unit(String id, double s, double eastM, double northM, double accuracyM) {
    Position p = PLANE.at(eastM, northM);
    return new UnitPosition(
        at(s, id + "@" + s),
        id,
        id.startsWith("PUMP") ? UnitPosition.Service.FIRE : UnitPosition.Service.POLICE,
        new Position(p.latDeg(), p.lonDeg(), accuracyM),
        10.0,
        null,
        UnitPosition.Status.EN_ROUTE,
        null);
  }
}

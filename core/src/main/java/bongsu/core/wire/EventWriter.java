package bongsu.core.wire;

import bongsu.core.event.CallReport;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Personal;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitTimes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes events in the one form in which we keep and forward them; personal fields go apart. */
public final class EventWriter {
  private EventWriter() {}

  /** The event as JSON without its personal fields. */
  public static String body(CityEvent event) {
    return write(event, null);
  }

  /** The event as JSON with everything it carries, as a feed would send it. */
  public static String full(CityEvent event) {
    return write(event, personalOf(event));
  }

  /** The personal fields alone, as JSON; empty when there are none. */
  public static Optional<String> personal(CityEvent event) {
    return Optional.ofNullable(personalOf(event)).map(p -> {
      JsonText json = new JsonText().open();
      personal(json, p);
      return json.close().toString();
    });
  }

  private static @Nullable Personal personalOf(CityEvent event) {
    if (event instanceof CallReport call) return call.personal();
    return event instanceof HelpSignal help ? help.personal() : null;
  }

  private static String write(CityEvent event, @Nullable Personal personal) {
    JsonText json = new JsonText()
        .open()
        .put("type", event.type())
        .put("source", event.origin().source())
        .put("eventId", event.origin().eventId())
        .put("observedAt", event.observedAt());
    if (event.origin().exercise()) json.put("exercise", true);
    fields(json, event);
    if (personal != null) personal(json, personal);
    return json.close().toString();
  }

  private static void personal(JsonText json, Personal personal) {
    json.put("phone", personal.phone()).put("narrative", personal.narrative());
  }

  private static void fields(JsonText json, CityEvent event) {
    if (event instanceof SensorReading e) {
      json.put("sensorId", e.sensorId())
          .put("quantity", e.quantity())
          .put("value", e.value())
          .put("position", e.position());
    } else if (event instanceof UnitPosition e) {
      unit(json, e);
    } else if (event instanceof CameraEvent e) {
      camera(json, e);
    } else if (event instanceof SignalStatus e) {
      json.put("junctionId", e.junctionId()).put("mode", e.mode()).put("phase", e.phase());
    } else if (event instanceof DeviceStatus e) {
      json.put("assetId", e.assetId()).put("status", e.status()).put("detail", e.detail());
    } else if (event instanceof HelpSignal e) {
      json.put("deviceId", e.deviceId()).put("kind", e.kind()).put("position", e.position());
    } else if (event instanceof CallReport e) {
      call(json, e);
    }
  }

  private static void unit(JsonText json, UnitPosition e) {
    json.put("unitId", e.unitId()).put("service", e.service()).put("position", e.position());
    json.put("speedMps", e.speedMps()).put("headingDeg", e.headingDeg());
    json.put("status", e.status()).put("receiptNo", e.receiptNo());
  }

  private static void camera(JsonText json, CameraEvent e) {
    json.put("cameraId", e.cameraId()).put("kind", e.kind()).put("confidence", e.confidence());
    json.put("position", e.position()).put("count", e.count());
    json.put("plate", e.plate()).put("objectId", e.objectId());
  }

  private static void call(JsonText json, CallReport e) {
    json.put("revision", e.revision()).put("agency", e.agency()).put("receiptNo", e.receiptNo());
    json.put("callType", e.callType()).put("code", e.code()).put("position", e.position());
    json.put("address", e.address()).put("stage", e.stage()).put("closeCode", e.closeCode());
    json.put("injured", e.injured());
    if (e.units().isEmpty()) return;
    json.openList("units");
    for (UnitTimes unit : e.units()) unitTimes(json, unit);
    json.closeList();
  }

  private static void unitTimes(JsonText json, UnitTimes u) {
    json.open().put("unitId", u.unitId()).put("unitType", u.unitType());
    json.put("dispatchedAt", u.dispatchedAt())
        .put("enRouteAt", u.enRouteAt())
        .put("onSceneAt", u.onSceneAt());
    json.put("transportAt", u.transportAt())
        .put("atHospitalAt", u.atHospitalAt())
        .put("clearedAt", u.clearedAt());
    json.close();
  }
}

package bongsu.core.wire;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.CloseCode;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.Personal;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitTimes;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Turns the {@link Fields} of a message into an event of docs/interface.md, or refuses it. */
public final class EventReader {
  private static final int ID = 128;

  private static final WireEnum<Agency> AGENCIES = WireEnum.of(Agency.class);
  private static final WireEnum<CallType> CALL_TYPES = WireEnum.of(CallType.class);
  private static final WireEnum<CallStage> STAGES = WireEnum.of(CallStage.class);
  private static final WireEnum<CloseCode> CLOSE_CODES = WireEnum.of(CloseCode.class);
  private static final WireEnum<HelpSignal.Kind> HELP_KINDS = WireEnum.of(HelpSignal.Kind.class);
  private static final WireEnum<CameraEvent.Kind> CAMERA_KINDS =
      WireEnum.of(CameraEvent.Kind.class);
  private static final WireEnum<Quantity> QUANTITIES = WireEnum.of(Quantity.class);
  private static final WireEnum<SignalStatus.Mode> MODES = WireEnum.of(SignalStatus.Mode.class);
  private static final WireEnum<UnitPosition.Service> SERVICES =
      WireEnum.of(UnitPosition.Service.class);
  private static final WireEnum<UnitPosition.Status> UNIT_STATUSES =
      WireEnum.of(UnitPosition.Status.class);
  private static final WireEnum<DeviceStatus.Status> DEVICE_STATUSES =
      WireEnum.of(DeviceStatus.Status.class);

  private static final Map<String, BiFunction<Fields, Origin, CityEvent>> READERS = Map.of(
      "CallReport", EventReader::callReport,
      "HelpSignal", EventReader::helpSignal,
      "CameraEvent", EventReader::cameraEvent,
      "SensorReading", EventReader::sensorReading,
      "SignalStatus", EventReader::signalStatus,
      "UnitPosition", EventReader::unitPosition,
      "DeviceStatus", EventReader::deviceStatus);

  private EventReader() {}

  /** @throws RejectedException naming the field at fault */
  public static CityEvent read(Fields fields) {
    var reader = READERS.get(fields.text("type", 64));
    if (reader == null)
      throw new RejectedException(
          "type",
          "must be one of "
              + String.join(", ", READERS.keySet().stream().sorted().toList()));
    return reader.apply(fields, origin(fields));
  }

  private static Origin origin(Fields fields) {
    String source = fields.text("source", 64);
    if (!isSource(source))
      throw new RejectedException("source", "must be 1 to 64 of A-Z a-z 0-9 . _ -");
    return new Origin(
        source, fields.id("eventId", ID), fields.time("observedAt"), fields.flag("exercise"));
  }

  private static boolean isSource(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') return false;
    }
    return true;
  }

  private static CityEvent callReport(Fields f, Origin origin) {
    Agency agency = f.oneOf("agency", AGENCIES);
    return new CallReport(
        origin,
        f.whole("revision", 1, Integer.MAX_VALUE),
        agency,
        f.id("receiptNo", ID),
        f.oneOf("callType", CALL_TYPES),
        f.findWhole("code", 0, 4),
        f.findPosition("position").orElse(null),
        f.findText("address", 300).orElse(null),
        f.findOneOf("stage", STAGES).orElse(CallStage.REPORTED),
        f.findOneOf("closeCode", CLOSE_CODES).orElse(null),
        f.findWhole("injured", 0, 100_000),
        units(f),
        personal(f));
  }

  private static List<UnitTimes> units(Fields f) {
    return f.objects("units", 500).stream()
        .map(u -> Fields.within("units", () -> unitTimes(u)))
        .toList();
  }

  private static UnitTimes unitTimes(Fields u) {
    return new UnitTimes(
        u.id("unitId", ID),
        u.findText("unitType", 64).orElse(null),
        u.findTime("dispatchedAt").orElse(null),
        u.findTime("enRouteAt").orElse(null),
        u.findTime("onSceneAt").orElse(null),
        u.findTime("transportAt").orElse(null),
        u.findTime("atHospitalAt").orElse(null),
        u.findTime("clearedAt").orElse(null));
  }

  private static @Nullable Personal personal(Fields f) {
    if (!f.has("phone") && !f.has("narrative")) return null;
    return new Personal(
        f.findText("phone", 64).orElse(null), f.findText("narrative", 20_000).orElse(null));
  }

  private static CityEvent helpSignal(Fields f, Origin origin) {
    return new HelpSignal(
        origin,
        f.id("deviceId", ID),
        f.oneOf("kind", HELP_KINDS),
        f.findPosition("position").orElse(null),
        personal(f));
  }

  private static CityEvent cameraEvent(Fields f, Origin origin) {
    return new CameraEvent(
        origin,
        f.id("cameraId", ID),
        f.oneOf("kind", CAMERA_KINDS),
        f.number("confidence", 0, 1),
        f.findPosition("position").orElse(null),
        f.findWhole("count", 0, 1_000_000),
        f.findText("plate", 32).orElse(null),
        f.findText("objectId", ID).orElse(null));
  }

  private static CityEvent sensorReading(Fields f, Origin origin) {
    return new SensorReading(
        origin,
        f.id("sensorId", ID),
        f.oneOf("quantity", QUANTITIES),
        f.number("value", -1e9, 1e9),
        f.findPosition("position").orElse(null));
  }

  private static CityEvent signalStatus(Fields f, Origin origin) {
    return new SignalStatus(
        origin, f.id("junctionId", ID), f.oneOf("mode", MODES), f.findWhole("phase", 0, 64));
  }

  private static CityEvent unitPosition(Fields f, Origin origin) {
    Double heading = f.findNumber("headingDeg", 0, 360);
    return new UnitPosition(
        origin,
        f.id("unitId", ID),
        f.oneOf("service", SERVICES),
        f.position("position"),
        f.findNumber("speedMps", 0, 150),
        heading == null ? null : heading % 360,
        f.findOneOf("status", UNIT_STATUSES).orElse(null),
        f.findText("receiptNo", ID).orElse(null));
  }

  private static CityEvent deviceStatus(Fields f, Origin origin) {
    return new DeviceStatus(
        origin,
        f.id("assetId", ID),
        f.oneOf("status", DEVICE_STATUSES),
        f.findText("detail", 500).orElse(null));
  }
}

package bongsu.ops.contract;

import bongsu.core.event.CityEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One event of each type with every field it can have. */
public final class FullEvents {
  private static final String POSITION =
      "\"position\":{\"latDeg\":37.2665,\"lonDeg\":127.0255,\"accuracyM\":30}";
  private static final String PERSONAL = "\"phone\":\"010-1234-5678\",\"narrative\":\"3층 연기\"";
  private static final Map<String, String> OWN = Map.of(
      "CallReport",
      "\"agency\":\"119\",\"receiptNo\":\"119-0001\",\"revision\":2,\"callType\":\"fire\","
          + "\"code\":0,\"address\":\"인계동 1042\",\"stage\":\"enRoute\","
          + "\"closeCode\":\"completed\",\"injured\":1,\"units\":[{\"unitId\":\"PUMP-11\","
          + "\"unitType\":\"pumper\"," + times() + "}]," + POSITION + "," + PERSONAL,
      "HelpSignal",
      "\"deviceId\":\"BELL-7\",\"kind\":\"helpButton\"," + POSITION + "," + PERSONAL,
      "CameraEvent",
      "\"cameraId\":\"CAM-00123\",\"kind\":\"plate\",\"confidence\":0.91,\"count\":1,"
          + "\"plate\":\"12가3456\",\"objectId\":\"o-1\"," + POSITION,
      "SensorReading",
      "\"sensorId\":\"WL-1101604\",\"quantity\":\"waterLevelM\",\"value\":3.2," + POSITION,
      "DeviceStatus",
      "\"assetId\":\"CAM-00123\",\"status\":\"fault\",\"detail\":\"lens\"",
      "UnitPosition",
      "\"unitId\":\"PUMP-11\",\"service\":\"fire\",\"speedMps\":13.9,\"headingDeg\":270,"
          + "\"status\":\"enRoute\",\"receiptNo\":\"119-0001\"," + POSITION,
      "SignalStatus",
      "\"junctionId\":\"J-007\",\"mode\":\"normal\",\"phase\":3");

  private FullEvents() {}

  private static String times() {
    return String.join(
        ",",
        List.of("dispatched", "enRoute", "onScene", "transport", "atHospital", "cleared").stream()
            .map(stage -> "\"" + stage + "At\":\"2026-08-06T05:51:00.000Z\"")
            .toList());
  }

  /** The types of event there are. */
  @SuppressWarnings("unchecked")
  public static List<Class<? extends CityEvent>> types() {
    return Arrays.stream(CityEvent.class.getPermittedSubclasses())
        .<Class<? extends CityEvent>>map(type -> (Class<? extends CityEvent>) type)
        .toList();
  }

  public static ObjectNode of(Class<? extends CityEvent> type) {
    String name = type.getSimpleName();
    JsonNode event = Mutants.parse("{\"type\":\"" + name + "\",\"source\":\"feed-1\","
        + "\"eventId\":\"e-1\",\"observedAt\":\"2026-08-06T05:50:00.000Z\",\"exercise\":true,"
        + OWN.get(name) + "}");
    return (ObjectNode) event;
  }
}

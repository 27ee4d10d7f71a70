package bongsu.ops.city;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Events as feeds send them; each call is far from all others, so that no two are one incident. */
final class Events {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Events() {}

  /** A name that no other has. */
  static String unique(String prefix) {
    return prefix + "-" + NEXT.incrementAndGet();
  }

  /** A fire told to 119, revision 1, at a place of its own. */
  static ObjectNode fire(String receiptNo) {
    ObjectNode call = event("CallReport", "fire-119", receiptNo + "/1")
        .put("agency", "119")
        .put("receiptNo", receiptNo)
        .put("revision", 1)
        .put("callType", "fire");
    int spot = NEXT.incrementAndGet();
    return at(36.0 + spot % 30 * 0.05, 126.5 + spot / 30 % 1_000 * 0.05, call);
  }

  /** The same fire told to 112. */
  static ObjectNode fireToPolice(String receiptNo) {
    return fire(receiptNo).put("source", "police-112").put("agency", "112");
  }

  /** The event, but there. */
  static ObjectNode at(double latDeg, double lonDeg, ObjectNode event) {
    event.putObject("position").put("latDeg", latDeg).put("lonDeg", lonDeg).put("accuracyM", 20);
    return event;
  }

  static ObjectNode reading(String sensorId, String quantity, double value) {
    return event("SensorReading", "water", unique("w"))
        .put("sensorId", sensorId)
        .put("quantity", quantity)
        .put("value", value);
  }

  static ObjectNode unit(String unitId) {
    ObjectNode unit =
        event("UnitPosition", "avl", unique("u")).put("unitId", unitId).put("service", "fire");
    unit.putObject("position").put("latDeg", 37.26).put("lonDeg", 127.02);
    return unit;
  }

  static ObjectNode event(String type, String source, String eventId) {
    return CityClient.JSON
        .createObjectNode()
        .put("type", type)
        .put("source", source)
        .put("eventId", eventId)
        .put("observedAt", Instant.now().toString());
  }
}

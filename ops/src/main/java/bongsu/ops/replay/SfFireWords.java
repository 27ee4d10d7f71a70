package bongsu.ops.replay;

import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import java.util.Map;

/**
 * San Francisco's call types and dispositions in our words. The table with its reasons is in
 * docs/replay.md; a word that is not in it is {@code other}, or {@code completed}.
 */
final class SfFireWords {
  private static final Map<String, CallType> CALL_TYPES = Map.ofEntries(
      Map.entry("Medical Incident", CallType.EMS),
      Map.entry("Alarms", CallType.FIRE),
      Map.entry("Structure Fire", CallType.FIRE),
      Map.entry("Outside Fire", CallType.FIRE),
      Map.entry("Vehicle Fire", CallType.FIRE),
      Map.entry("Marine Fire", CallType.FIRE),
      Map.entry("Train / Rail Fire", CallType.FIRE),
      Map.entry("Explosion", CallType.FIRE),
      Map.entry("Smoke Investigation (Outside)", CallType.FIRE),
      Map.entry("Traffic Collision", CallType.TRAFFIC),
      Map.entry("Gas Leak (Natural and LP Gases)", CallType.GAS_LEAK),
      Map.entry("Electrical Hazard", CallType.HAZMAT),
      Map.entry("Fuel Spill", CallType.HAZMAT),
      Map.entry("Oil Spill", CallType.HAZMAT),
      Map.entry("HazMat", CallType.HAZMAT),
      Map.entry("Odor (Strange / Unknown)", CallType.HAZMAT),
      Map.entry("Confined Space / Structure Collapse", CallType.COLLAPSE),
      Map.entry("Water Rescue", CallType.RESCUE),
      Map.entry("Watercraft in Distress", CallType.RESCUE),
      Map.entry("High Angle Rescue", CallType.RESCUE),
      Map.entry("Elevator / Escalator Rescue", CallType.RESCUE),
      Map.entry("Extrication / Entrapped (Machinery, Vehicle)", CallType.RESCUE),
      Map.entry("Industrial Accidents", CallType.RESCUE),
      Map.entry("Train / Rail Incident", CallType.RESCUE),
      Map.entry("Aircraft Emergency", CallType.RESCUE),
      Map.entry("Suspicious Package", CallType.SUSPICIOUS));

  private static final Map<String, CloseCode> CLOSE_CODES = Map.of(
      "No Merit", CloseCode.MISTAKEN,
      "Unable to Locate", CloseCode.NOT_FOUND,
      "Gone on Arrival", CloseCode.NOT_FOUND,
      "SFPD", CloseCode.TRANSFERRED,
      "CHP", CloseCode.TRANSFERRED,
      "Duplicate", CloseCode.DUPLICATE);

  private SfFireWords() {}

  static CallType callType(String word) {
    return CALL_TYPES.getOrDefault(word, CallType.OTHER);
  }

  static CloseCode closeCode(String disposition) {
    return CLOSE_CODES.getOrDefault(disposition, CloseCode.COMPLETED);
  }
}

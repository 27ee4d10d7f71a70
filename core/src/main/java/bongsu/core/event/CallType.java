package bongsu.core.event;

/** What a call is about; our own enum, as the agencies' numeric codes are not public. */
public enum CallType {
  FIRE,
  RESCUE,
  EMS,
  HAZMAT,
  GAS_LEAK,
  FLOOD,
  COLLAPSE,
  TRAFFIC,
  ROBBERY,
  ASSAULT,
  KIDNAPPING,
  THEFT,
  DOMESTIC,
  MISSING,
  DISTURBANCE,
  SUSPICIOUS,
  WEAPON,
  CROWD,
  DISASTER,
  OTHER
}

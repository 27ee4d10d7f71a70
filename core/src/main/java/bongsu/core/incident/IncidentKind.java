package bongsu.core.incident;

/** What kind of happening an incident or alarm is about: the calls' kinds and those of devices. */
public enum IncidentKind {
  FIRE,
  RESCUE,
  EMS,
  HAZMAT,
  GAS,
  FLOOD,
  RAIN,
  LANDSLIDE,
  WEATHER,
  AIR,
  COLLAPSE,
  TRAFFIC,
  SIGNAL,
  ROBBERY,
  ASSAULT,
  KIDNAPPING,
  THEFT,
  DOMESTIC,
  MISSING,
  DISTURBANCE,
  SUSPICIOUS,
  WEAPON,
  CRIME,
  FALL,
  CROWD,
  HELP,
  DEVICE,
  DISASTER,
  OTHER
}

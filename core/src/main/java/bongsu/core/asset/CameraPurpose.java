package bongsu.core.asset;

/** What a camera is registered for; watching it within this purpose is monitoring (관제). */
public enum CameraPurpose {
  CRIME_PREVENTION,
  PARK,
  SCHOOL_ZONE,
  PARKING,
  TRAFFIC,
  UNDERPASS,
  RIVER,
  FACILITY
}

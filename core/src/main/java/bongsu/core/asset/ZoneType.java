package bongsu.core.asset;

/** What a zone is for. */
public enum ZoneType {
  DISTRICT,
  RIVERSIDE,
  SCHOOL_ZONE,
  PARK,
  UNDERPASS,
  CROWD_AREA,
  RESTRICTED
}

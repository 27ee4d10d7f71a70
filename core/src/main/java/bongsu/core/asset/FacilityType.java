package bongsu.core.asset;

/** What a facility is. */
public enum FacilityType {
  HOSPITAL,
  FIRE_STATION,
  POLICE_STATION,
  STATION,
  CITY_HALL,
  UNDERPASS,
  SCHOOL,
  SHELTER,
  CONTROL_CENTRE
}

package bongsu.core.geo;

/**
 * A place on the earth, WGS 84.
 *
 * @param latDeg latitude in degrees, −90 to 90
 * @param lonDeg longitude in degrees, −180 to 180
 * @param accuracyM radius in metres that holds the truth with 68 %; 0 when the reporter did not say
 */
public record Position(double latDeg, double lonDeg, double accuracyM) {
  public Position {
    if (!(Math.abs(latDeg) <= 90))
      throw new IllegalArgumentException("latDeg must be within -90..90, was " + latDeg);
    if (!(Math.abs(lonDeg) <= 180))
      throw new IllegalArgumentException("lonDeg must be within -180..180, was " + lonDeg);
    if (!(accuracyM >= 0 && accuracyM <= 1e6))
      throw new IllegalArgumentException("accuracyM must be within 0..1000000, was " + accuracyM);
  }

  /** A position whose accuracy is not known. */
  public static Position of(double latDeg, double lonDeg) {
    return new Position(latDeg, lonDeg, 0);
  }
}

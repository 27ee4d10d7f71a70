package bongsu.core.geo;

/**
 * The city's plane in metres: x east, y north of its centre. Equirectangular, on the WGS 84 radii of
 * curvature at the centre's latitude; within 30 km of the centre lengths are off by less than 0.3 %.
 */
public final class LocalPlane {
  private static final double EQUATORIAL_RADIUS_M = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;

  private final Position centre;
  private final double metresPerLatDeg;
  private final double metresPerLonDeg;

  /** @param centre the city's centre, origin of the plane */
  public LocalPlane(Position centre) {
    this.centre = centre;
    double lat = StrictMath.toRadians(centre.latDeg());
    double sinLat = StrictMath.sin(lat);
    double w2 = 1 - ECCENTRICITY_SQUARED * sinLat * sinLat;
    double w = StrictMath.sqrt(w2);
    metresPerLatDeg =
        StrictMath.toRadians(EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED) / (w2 * w));
    metresPerLonDeg = StrictMath.toRadians(EQUATORIAL_RADIUS_M / w * StrictMath.cos(lat));
  }

  /** Metres east of the centre. */
  public double xM(double lonDeg) {
    return (lonDeg - centre.lonDeg()) * metresPerLonDeg;
  }

  /** Metres north of the centre. */
  public double yM(double latDeg) {
    return (latDeg - centre.latDeg()) * metresPerLatDeg;
  }

  /** The position at {@code xM} metres east and {@code yM} metres north, accuracy unknown. */
  public Position at(double xM, double yM) {
    return Position.of(
        centre.latDeg() + yM / metresPerLatDeg, centre.lonDeg() + xM / metresPerLonDeg);
  }

  /** Straight distance in metres. */
  public double distanceM(Position a, Position b) {
    double dx = (a.lonDeg() - b.lonDeg()) * metresPerLonDeg;
    double dy = (a.latDeg() - b.latDeg()) * metresPerLatDeg;
    return StrictMath.sqrt(dx * dx + dy * dy);
  }
}

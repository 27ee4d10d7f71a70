package bongsu.core.geo;

/**
 * A box of longitudes and latitudes in degrees, in the order of RFC 7946: west, south, east, north.
 * The edge counts as inside.
 */
public record BoundingBox(double westDeg, double southDeg, double eastDeg, double northDeg) {
  public BoundingBox {
    if (!(westDeg >= -180 && eastDeg <= 180 && westDeg <= eastDeg))
      throw new IllegalArgumentException("bbox must have -180 <= west <= east <= 180");
    if (!(southDeg >= -90 && northDeg <= 90 && southDeg <= northDeg))
      throw new IllegalArgumentException("bbox must have -90 <= south <= north <= 90");
  }

  /** @param text {@code w,s,e,n} as in a query string */
  public static BoundingBox parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) throw new IllegalArgumentException("bbox must be w,s,e,n");
    try {
      return new BoundingBox(
          Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("bbox must be four numbers w,s,e,n", e);
    }
  }

  public boolean covers(double latDeg, double lonDeg) {
    return lonDeg >= westDeg && lonDeg <= eastDeg && latDeg >= southDeg && latDeg <= northDeg;
  }

  public boolean covers(Position p) {
    return covers(p.latDeg(), p.lonDeg());
  }
}

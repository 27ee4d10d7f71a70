package bongsu.core.asset;

import java.util.List;

/**
 * An area with holes.
 *
 * @param rings the outer ring, then its holes; each closed and of at least four positions
 */
public record Polygon(List<Coordinates> rings) {
  public Polygon {
    if (rings.isEmpty()) throw new IllegalArgumentException("a polygon must have a ring");
    for (Coordinates ring : rings) {
      if (ring.size() < 4)
        throw new IllegalArgumentException("a ring must have at least four positions");
      if (!ring.isClosed())
        throw new IllegalArgumentException(
            "ring is not closed: its last position must repeat the first");
    }
    rings = List.copyOf(rings);
  }

  public Coordinates outer() {
    return rings.get(0);
  }

  /** Whether the position lies inside and in no hole; every ring itself counts as inside. */
  public boolean covers(double latDeg, double lonDeg) {
    boolean inside = false;
    for (Coordinates ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        if (isOnSegment(ring, i, latDeg, lonDeg)) return true;
        if (isCrossed(ring, i, latDeg, lonDeg)) inside = !inside;
      }
    }
    return inside;
  }

  private static boolean isCrossed(Coordinates ring, int i, double lat, double lon) {
    double aLat = ring.latDeg(i - 1);
    double bLat = ring.latDeg(i);
    if ((aLat > lat) == (bLat > lat)) return false;
    double t = (lat - aLat) / (bLat - aLat);
    return lon < ring.lonDeg(i - 1) + t * (ring.lonDeg(i) - ring.lonDeg(i - 1));
  }

  private static boolean isOnSegment(Coordinates ring, int i, double lat, double lon) {
    double dLon = ring.lonDeg(i) - ring.lonDeg(i - 1);
    double dLat = ring.latDeg(i) - ring.latDeg(i - 1);
    double pLon = lon - ring.lonDeg(i - 1);
    double pLat = lat - ring.latDeg(i - 1);
    double along = dLon * pLon + dLat * pLat;
    return dLon * pLat == dLat * pLon && along >= 0 && along <= dLon * dLon + dLat * dLat;
  }
}

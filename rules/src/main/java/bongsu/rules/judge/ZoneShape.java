package bongsu.rules.judge;

import bongsu.core.text.Bilingual;
import java.util.List;

/**
 * A named area (구역).
 *
 * @param polygons each a list of rings, the outer one first, then its holes; a ring is closed and a
 *     vertex is {@code {lonDeg, latDeg}}
 */
public record ZoneShape(
    String id, String zoneType, Bilingual name, List<List<double[][]>> polygons) {
  public ZoneShape {
    if (polygons.isEmpty()) throw new IllegalArgumentException("zone " + id + " has no polygon");
    polygons = List.copyOf(polygons);
  }
}

package bongsu.core.asset;

import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.Comparator;
import java.util.List;

/**
 * A named area. Its boundary counts as inside.
 *
 * @param polygons at least one; they do not overlap
 */
public record Zone(String id, Bilingual name, ZoneType zoneType, List<Polygon> polygons)
    implements Asset {
  public Zone {
    Check.id(id);
    if (polygons.isEmpty()) throw new IllegalArgumentException("must have a polygon");
    polygons = List.copyOf(polygons);
  }

  /** Whether the position lies in the zone, boundary included. */
  public boolean covers(Position p) {
    return polygons.stream().anyMatch(polygon -> polygon.covers(p.latDeg(), p.lonDeg()));
  }

  /** The centroid of its largest part (which may lie outside a bent zone). */
  @Override
  public Position position() {
    return polygons.stream()
        .max(Comparator.comparingDouble(p -> Math.abs(p.outer().signedAreaDeg2())))
        .orElseThrow()
        .outer()
        .centroid();
  }

  @Override
  public BoundingBox bounds() {
    return polygons.stream()
        .map(p -> p.outer().bounds())
        .reduce(Coordinates::around)
        .orElseThrow();
  }

  @Override
  public AssetKind kind() {
    return AssetKind.ZONE;
  }
}

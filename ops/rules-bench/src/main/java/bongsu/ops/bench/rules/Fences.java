package bongsu.ops.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Fences over a city as wide as Suwon: a third like districts (40 vertices), a third irregular (200
 * vertices), a third circles (64 vertices). The same every time.
 */
final class Fences {
  /** Metres from the south-west corner, east and north. */
  static final double WIDE_M = 14_500;

  static final double HIGH_M = 14_200;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final SplittableRandom random = new SplittableRandom(20260806);

  private Fences() {}

  /** @param cover how many fences a point is in on average, about */
  static List<Polygon> of(int count, double cover) {
    Fences fences = new Fences();
    double radiusM = Math.sqrt(cover * WIDE_M * HIGH_M / count / Math.PI);
    List<Polygon> all = new ArrayList<>();
    for (int i = 0; i < count; i++) all.add(fences.fence(i % 3, radiusM));
    return all;
  }

  private Polygon fence(int kind, double radiusM) {
    return switch (kind) {
      case 0 -> star(40, radiusM, 0.15);
      case 1 -> star(200, radiusM, 0.3);
      default -> star(64, radiusM, 0);
    };
  }

  /** @param uneven how far the outline leaves the circle, in parts of the radius */
  private Polygon star(int vertices, double radiusM, double uneven) {
    double xM = random.nextDouble(WIDE_M);
    double yM = random.nextDouble(HIGH_M);
    double[] phases = random.doubles(4, 0, 2 * Math.PI).toArray();
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double wave = Math.sin(2 * angle + phases[0])
          + Math.sin(5 * angle + phases[1]) / 2
          + Math.sin(11 * angle + phases[2]) / 4
          + Math.sin(29 * angle + phases[3]) / 8;
      double r = radiusM * (1 + uneven * wave / 1.5);
      ring[i] = new Coordinate(xM + r * Math.cos(angle), yM + r * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }
}

package bongsu.core.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the nearest road by squares of the plane; each square lists the segments that touch its box. */
final class RoadGrid {
  private static final double CELL_M = 250;

  private final RoadShape[] shapes;
  private final Map<Long, List<int[]>> cells = new HashMap<>();

  /** The nearest point found: edge, metres along it, metres away. */
  record Hit(int edge, double alongM, double distanceM) {
    private boolean isBetterThan(@Nullable Hit other) {
      if (other == null || distanceM < other.distanceM) return true;
      return distanceM == other.distanceM && edge < other.edge;
    }
  }

  RoadGrid(RoadShape[] shapes) {
    this.shapes = shapes;
    for (int edge = 0; edge < shapes.length; edge++)
      for (int i = 0; i + 1 < shapes[edge].size(); i++) add(edge, i);
  }

  private void add(int edge, int segment) {
    RoadShape s = shapes[edge];
    int west = cell(Math.min(s.x(segment), s.x(segment + 1)));
    int east = cell(Math.max(s.x(segment), s.x(segment + 1)));
    int south = cell(Math.min(s.y(segment), s.y(segment + 1)));
    int north = cell(Math.max(s.y(segment), s.y(segment + 1)));
    int[] entry = {edge, segment};
    for (int cx = west; cx <= east; cx++)
      for (int cy = south; cy <= north; cy++)
        cells.computeIfAbsent(key(cx, cy), k -> new ArrayList<>(4)).add(entry);
  }

  /**
   * Looks in rings of squares around the point. A ring is at least {@code (ring − 1) · CELL_M} away,
   * so the search ends when what was found is nearer than that.
   */
  Optional<Hit> findNearest(double x, double y, double withinM) {
    Hit best = null;
    int rings = (int) Math.min(10_000, Math.ceil(withinM / CELL_M) + 1);
    for (int ring = 0; ring <= rings; ring++) {
      if (best != null && best.distanceM() < (ring - 1) * CELL_M) break;
      Hit hit = nearestInRing(x, y, ring);
      if (hit != null && hit.isBetterThan(best)) best = hit;
    }
    return Optional.ofNullable(best).filter(hit -> hit.distanceM() <= withinM);
  }

  private @Nullable Hit nearestInRing(double x, double y, int ring) {
    Hit best = null;
    int cx = cell(x);
    int cy = cell(y);
    for (int dx = -ring; dx <= ring; dx++) {
      int step = Math.abs(dx) == ring ? 1 : Math.max(1, 2 * ring);
      for (int dy = -ring; dy <= ring; dy += step)
        for (int[] entry : cells.getOrDefault(key(cx + dx, cy + dy), List.of())) {
          Hit hit = hit(entry[0], entry[1], x, y);
          if (hit.isBetterThan(best)) best = hit;
        }
    }
    return best;
  }

  private Hit hit(int edge, int i, double x, double y) {
    RoadShape s = shapes[edge];
    double dx = s.x(i + 1) - s.x(i);
    double dy = s.y(i + 1) - s.y(i);
    double squared = dx * dx + dy * dy;
    double t = squared == 0 ? 0 : ((x - s.x(i)) * dx + (y - s.y(i)) * dy) / squared;
    t = Math.max(0, Math.min(1, t));
    double away = RoadShape.distanceM(s.x(i) + t * dx - x, s.y(i) + t * dy - y);
    return new Hit(edge, s.alongM(i) + t * (s.alongM(i + 1) - s.alongM(i)), away);
  }

  private static int cell(double metres) {
    return (int) Math.floor(metres / CELL_M);
  }

  private static long key(int cx, int cy) {
    return ((long) cx << 32) | (cy & 0xffff_ffffL);
  }
}

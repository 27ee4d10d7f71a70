package bongsu.ops.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Points that keep their distance from each other. */
final class Scatter {
  private final double apartM;
  private final Map<Long, List<Point>> cells = new HashMap<>();

  Scatter(double apartM) {
    this.apartM = apartM;
  }

  /** Takes the point unless another is too near. */
  boolean tryAdd(Point p) {
    int cx = cell(p.x());
    int cy = cell(p.y());
    for (int dx = -1; dx <= 1; dx++)
      for (int dy = -1; dy <= 1; dy++)
        for (Point other : cells.getOrDefault(key(cx + dx, cy + dy), List.of()))
          if (other.distanceM(p) < apartM) return false;
    cells.computeIfAbsent(key(cx, cy), k -> new ArrayList<>()).add(p);
    return true;
  }

  private int cell(double metres) {
    return (int) Math.floor(metres / apartM);
  }

  private static long key(int cx, int cy) {
    return ((long) cx << 32) | (cy & 0xffff_ffffL);
  }
}

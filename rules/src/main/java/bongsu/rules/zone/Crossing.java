package bongsu.rules.zone;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Whether a point is inside edges, exactly: the crossings of a ray to the east are counted, and
 * which side of an edge the point is on is decided in extended precision where doubles do not tell.
 * An edge's lower end belongs to it and its upper one does not, so that a ray through a vertex counts
 * once.
 */
final class Crossing {
  private Crossing() {}

  /**
   * @param edges four numbers each, all that the ray could meet
   * @param from the first number of the first edge
   * @param to after the last number of the last
   */
  static boolean covers(double[] edges, int from, int to, double x, double y) {
    boolean inside = false;
    for (int i = from; i < to; i += 4) {
      double y0 = edges[i + 1];
      double y1 = edges[i + 3];
      if (y0 > y == y1 > y) {
        if (y0 == y && isOnEnd(edges, i, x, y)) return true;
        if (y1 == y && isOnEnd(edges, i, x, y)) return true;
        continue;
      }
      double x0 = edges[i];
      double x1 = edges[i + 2];
      if (x0 < x && x1 < x) continue;
      if (x0 > x && x1 > x) {
        inside = !inside;
        continue;
      }
      int side = CGAlgorithmsDD.orientationIndex(x0, y0, x1, y1, x, y);
      if (side == 0) return true;
      if (side > 0 == y1 > y0) inside = !inside;
    }
    return inside;
  }

  /** Of an edge that does not cross the ray but touches its line: level, or its upper end there. */
  private static boolean isOnEnd(double[] edges, int i, double x, double y) {
    double x0 = edges[i];
    double x1 = edges[i + 2];
    if (edges[i + 1] != edges[i + 3]) return edges[i + 1] == y ? x0 == x : x1 == x;
    return Math.min(x0, x1) <= x && x <= Math.max(x0, x1);
  }
}

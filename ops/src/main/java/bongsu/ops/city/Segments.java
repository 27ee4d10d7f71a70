package bongsu.ops.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Straight pieces of lines, found again by place: what do I cross, how far is the next one. */
final class Segments {
  private static final double CELL_M = 200;

  private final Map<Long, List<Point[]>> cells = new HashMap<>();

  void addLine(List<Point> line) {
    for (int i = 1; i < line.size(); i++) add(line.get(i - 1), line.get(i));
  }

  private void add(Point a, Point b) {
    Point[] segment = {a, b};
    for (int cx = cell(Math.min(a.x(), b.x())); cx <= cell(Math.max(a.x(), b.x())); cx++)
      for (int cy = cell(Math.min(a.y(), b.y())); cy <= cell(Math.max(a.y(), b.y())); cy++)
        cells.computeIfAbsent(key(cx, cy), k -> new ArrayList<>()).add(segment);
  }

  /** One point where the straight way from {@code a} to {@code b} meets one of them. */
  Optional<Point> findCrossing(Point a, Point b) {
    return listCrossings(a, b).stream().findFirst();
  }

  /** Every point where the straight way meets one of them; the same point may come twice. */
  List<Point> listCrossings(Point a, Point b) {
    List<Point> crossings = new ArrayList<>(0);
    for (int cx = cell(Math.min(a.x(), b.x())); cx <= cell(Math.max(a.x(), b.x())); cx++)
      for (int cy = cell(Math.min(a.y(), b.y())); cy <= cell(Math.max(a.y(), b.y())); cy++)
        for (Point[] s : cells.getOrDefault(key(cx, cy), List.of()))
          findCrossing(a, b, s[0], s[1]).ifPresent(crossings::add);
    return crossings;
  }

  /** Metres to the nearest, or {@code limitM} when none is nearer. */
  double distanceM(Point p, double limitM) {
    double best = limitM;
    for (int cx = cell(p.x() - limitM); cx <= cell(p.x() + limitM); cx++)
      for (int cy = cell(p.y() - limitM); cy <= cell(p.y() + limitM); cy++)
        for (Point[] s : cells.getOrDefault(key(cx, cy), List.of()))
          best = Math.min(best, distanceM(p, s[0], s[1]));
    return best;
  }

  /** The point where two straight pieces cross; touching counts, lying along each other does not. */
  static Optional<Point> findCrossing(Point a, Point b, Point c, Point d) {
    double rx = b.x() - a.x();
    double ry = b.y() - a.y();
    double sx = d.x() - c.x();
    double sy = d.y() - c.y();
    double across = rx * sy - ry * sx;
    if (across == 0) return Optional.empty();
    double t = ((c.x() - a.x()) * sy - (c.y() - a.y()) * sx) / across;
    double u = ((c.x() - a.x()) * ry - (c.y() - a.y()) * rx) / across;
    return t < 0 || t > 1 || u < 0 || u > 1 ? Optional.empty() : Optional.of(a.towards(b, t));
  }

  /** Metres from {@code p} to the piece from {@code a} to {@code b}. */
  static double distanceM(Point p, Point a, Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double squared = dx * dx + dy * dy;
    double t = squared == 0 ? 0 : ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / squared;
    return p.distanceM(a.towards(b, Math.max(0, Math.min(1, t))));
  }

  private static int cell(double metres) {
    return (int) Math.floor(metres / CELL_M);
  }

  private static long key(int cx, int cy) {
    return ((long) cx << 32) | (cy & 0xffff_ffffL);
  }
}

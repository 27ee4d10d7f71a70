package bongsu.ops.city;

import java.util.ArrayList;
import java.util.List;

/** Lines in metres: smoothing, measuring, thinning. */
final class Curve {
  private Curve() {}

  /**
   * A smooth line through all points (centripetal Catmull-Rom, which never loops), with a point about
   * every {@code stepM} metres. The points given are kept exactly.
   */
  static List<Point> smooth(List<Point> through, double stepM) {
    List<Point> out = new ArrayList<>();
    out.add(through.get(0));
    for (int i = 0; i + 1 < through.size(); i++) {
      Point b = through.get(i);
      Point c = through.get(i + 1);
      Point a = i > 0 ? through.get(i - 1) : c.towards(b, 2);
      Point d = i + 2 < through.size() ? through.get(i + 2) : b.towards(c, 2);
      int steps = Math.max(1, (int) Math.round(b.distanceM(c) / stepM));
      for (int s = 1; s < steps; s++) out.add(spline(a, b, c, d, (double) s / steps));
      out.add(c);
    }
    return out;
  }

  /** Barry and Goldman's form; knots are the square roots of the distances. */
  private static Point spline(Point a, Point b, Point c, Point d, double t) {
    double tb = Math.sqrt(a.distanceM(b));
    double tc = tb + Math.sqrt(b.distanceM(c));
    double td = tc + Math.sqrt(c.distanceM(d));
    double at = tb + t * (tc - tb);
    Point ab = a.towards(b, at / tb);
    Point bc = b.towards(c, (at - tb) / (tc - tb));
    Point cd = c.towards(d, (at - tc) / (td - tc));
    Point abc = ab.towards(bc, at / tc);
    Point bcd = bc.towards(cd, (at - tb) / (td - tb));
    return abc.towards(bcd, (at - tb) / (tc - tb));
  }

  static double lengthM(List<Point> line) {
    double sum = 0;
    for (int i = 1; i < line.size(); i++) sum += line.get(i - 1).distanceM(line.get(i));
    return sum;
  }

  /** The point that far along, limited to the line. */
  static Point pointAt(List<Point> line, double alongM) {
    double left = alongM;
    for (int i = 1; i < line.size(); i++) {
      double step = line.get(i - 1).distanceM(line.get(i));
      if (left <= step && step > 0)
        return line.get(i - 1).towards(line.get(i), Math.max(0, left / step));
      left -= step;
    }
    return line.get(line.size() - 1);
  }

  /** Direction of the line that far along, radians counter-clockwise from east. */
  static double directionAt(List<Point> line, double alongM) {
    return pointAt(line, alongM - 5).directionTo(pointAt(line, alongM + 5));
  }

  /** The line without points that lie within {@code toleranceM} of it (Douglas and Peucker). */
  static List<Point> thin(List<Point> line, double toleranceM) {
    if (line.size() < 3) return line;
    Point first = line.get(0);
    Point last = line.get(line.size() - 1);
    int farthest = 0;
    double most = toleranceM;
    for (int i = 1; i + 1 < line.size(); i++) {
      double away = Segments.distanceM(line.get(i), first, last);
      if (away > most) {
        most = away;
        farthest = i;
      }
    }
    if (farthest == 0) return List.of(first, last);
    List<Point> out = new ArrayList<>(thin(line.subList(0, farthest + 1), toleranceM));
    List<Point> rest = thin(line.subList(farthest, line.size()), toleranceM);
    out.addAll(rest.subList(1, rest.size()));
    return out;
  }
}

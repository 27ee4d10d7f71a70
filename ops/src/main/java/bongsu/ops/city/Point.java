package bongsu.ops.city;

/** A point of the city's plane: metres east and north of its centre. */
record Point(double x, double y) {
  double distanceM(Point other) {
    return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
  }

  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /** The point {@code t} of the way to {@code other}. */
  Point towards(Point other, double t) {
    return new Point(x + t * (other.x - x), y + t * (other.y - y));
  }

  /** The point {@code metres} away in direction {@code rad}, counter-clockwise from east. */
  Point at(double rad, double metres) {
    return plus(metres * StrictMath.cos(rad), metres * StrictMath.sin(rad));
  }

  /** Direction to {@code other} in radians, counter-clockwise from east. */
  double directionTo(Point other) {
    return StrictMath.atan2(other.y - y, other.x - x);
  }
}

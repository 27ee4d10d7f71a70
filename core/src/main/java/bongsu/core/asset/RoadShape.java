package bongsu.core.asset;

import bongsu.core.geo.LocalPlane;

/** One edge in metres: its bends and how far along each of them lies. */
final class RoadShape {
  private final Road road;
  private final int from;
  private final int to;
  private final double[] x;
  private final double[] y;
  private final double[] alongM;

  RoadShape(Road road, int from, int to, LocalPlane plane) {
    this.road = road;
    this.from = from;
    this.to = to;
    Coordinates line = road.line();
    x = new double[line.size()];
    y = new double[line.size()];
    alongM = new double[line.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = plane.xM(line.lonDeg(i));
      y[i] = plane.yM(line.latDeg(i));
      if (i > 0) alongM[i] = alongM[i - 1] + distanceM(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
  }

  static double distanceM(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }

  Road road() {
    return road;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  double lengthM() {
    return alongM[alongM.length - 1];
  }

  /** Metres from the beginning to bend {@code i}. */
  double alongM(int i) {
    return alongM[i];
  }

  double xAt(double along) {
    int i = segmentAt(along);
    return x[i] + fraction(i, along) * (x[i + 1] - x[i]);
  }

  double yAt(double along) {
    int i = segmentAt(along);
    return y[i] + fraction(i, along) * (y[i + 1] - y[i]);
  }

  private double fraction(int i, double along) {
    double length = alongM[i + 1] - alongM[i];
    return length == 0 ? 0 : (along - alongM[i]) / length;
  }

  /** The segment that holds the point; roads bend seldom, so walking beats a search. */
  private int segmentAt(double along) {
    int i = 0;
    while (i < alongM.length - 2 && alongM[i + 1] < along) i++;
    return i;
  }
}

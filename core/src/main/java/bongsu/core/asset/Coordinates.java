package bongsu.core.asset;

import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.Position;
import java.util.Arrays;

/**
 * An immutable sequence of at least two positions: a line, or a ring when the last is the first.
 * Degrees, WGS 84.
 */
public final class Coordinates {
  private final double[] lonDegs;
  private final double[] latDegs;

  /** Copies both arrays; they have the same length, two or more. */
  public Coordinates(double[] lonDegs, double[] latDegs) {
    if (lonDegs.length != latDegs.length || lonDegs.length < 2)
      throw new IllegalArgumentException("a line must have at least two positions");
    for (int i = 0; i < lonDegs.length; i++) Position.of(latDegs[i], lonDegs[i]);
    this.lonDegs = lonDegs.clone();
    this.latDegs = latDegs.clone();
  }

  public int size() {
    return lonDegs.length;
  }

  public double lonDeg(int i) {
    return lonDegs[i];
  }

  public double latDeg(int i) {
    return latDegs[i];
  }

  public Position position(int i) {
    return Position.of(latDegs[i], lonDegs[i]);
  }

  /** Whether the last position is exactly the first. */
  public boolean isClosed() {
    int last = size() - 1;
    return lonDegs[0] == lonDegs[last] && latDegs[0] == latDegs[last];
  }

  public BoundingBox bounds() {
    return new BoundingBox(
        Arrays.stream(lonDegs).min().orElseThrow(), Arrays.stream(latDegs).min().orElseThrow(),
        Arrays.stream(lonDegs).max().orElseThrow(), Arrays.stream(latDegs).max().orElseThrow());
  }

  /** The smallest box around both. */
  static BoundingBox around(BoundingBox a, BoundingBox b) {
    return new BoundingBox(
        Math.min(a.westDeg(), b.westDeg()), Math.min(a.southDeg(), b.southDeg()),
        Math.max(a.eastDeg(), b.eastDeg()), Math.max(a.northDeg(), b.northDeg()));
  }

  /** The position half way along, by length in degrees: good enough to put a label. */
  Position middle() {
    double left = lengthDeg() / 2;
    for (int i = 1; i < size(); i++) {
      double step = stepDeg(i);
      if (step > 0 && left <= step) return between(i - 1, i, left / step);
      left -= step;
    }
    return position(0);
  }

  private double lengthDeg() {
    double sum = 0;
    for (int i = 1; i < size(); i++) sum += stepDeg(i);
    return sum;
  }

  private double stepDeg(int i) {
    double dLon = lonDegs[i] - lonDegs[i - 1];
    double dLat = latDegs[i] - latDegs[i - 1];
    return Math.sqrt(dLon * dLon + dLat * dLat);
  }

  private Position between(int a, int b, double t) {
    return Position.of(
        latDegs[a] + t * (latDegs[b] - latDegs[a]), lonDegs[a] + t * (lonDegs[b] - lonDegs[a]));
  }

  /** Shoelace area in square degrees, positive when counter-clockwise. */
  double signedAreaDeg2() {
    double sum = 0;
    for (int i = 1; i < size(); i++) sum += cross(i);
    return sum / 2;
  }

  /** Centre of mass of the ring; of a ring without area, its first position. */
  Position centroid() {
    double area = signedAreaDeg2();
    if (area == 0) return position(0);
    double lon = 0;
    double lat = 0;
    for (int i = 1; i < size(); i++) {
      double cross = cross(i);
      lon += cross * (lonDegs[i - 1] + lonDegs[i] - 2 * lonDegs[0]);
      lat += cross * (latDegs[i - 1] + latDegs[i] - 2 * latDegs[0]);
    }
    return Position.of(latDegs[0] + lat / (6 * area), lonDegs[0] + lon / (6 * area));
  }

  /** Relative to the first position, because products of whole degrees lose the metres. */
  private double cross(int i) {
    double ax = lonDegs[i - 1] - lonDegs[0];
    double ay = latDegs[i - 1] - latDegs[0];
    return ax * (latDegs[i] - latDegs[0]) - (lonDegs[i] - lonDegs[0]) * ay;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates that
        && Arrays.equals(lonDegs, that.lonDegs)
        && Arrays.equals(latDegs, that.latDegs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lonDegs) + Arrays.hashCode(latDegs);
  }

  @Override
  public String toString() {
    return size() + " positions from " + lonDegs[0] + "," + latDegs[0];
  }
}

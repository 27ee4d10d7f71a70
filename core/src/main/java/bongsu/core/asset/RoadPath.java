package bongsu.core.asset;

import bongsu.core.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A way along roads. Distances are metres from its start and limited to its length, so a driver who
 * goes too far simply stands at the end.
 */
public final class RoadPath {
  private final RoadNetwork network;
  private final List<Leg> legs;
  private final double[] startM;
  private final double lengthM;
  private final double durationS;

  /**
   * A stretch of one edge, driven from {@code fromM} to {@code toM}, both metres from the edge's
   * beginning; against its drawing when {@code toM} is less.
   */
  public record Leg(int edge, double fromM, double toM) {
    public double lengthM() {
      return Math.abs(toM - fromM);
    }

    public boolean isForward() {
      return toM >= fromM;
    }
  }

  /** A node that the path passes. */
  public record Passing(String nodeId, double atM) {}

  RoadPath(RoadNetwork network, List<Leg> legs) {
    this.network = network;
    this.legs = List.copyOf(legs);
    startM = new double[legs.size()];
    double length = 0;
    double duration = 0;
    for (int i = 0; i < startM.length; i++) {
      startM[i] = length;
      length += legs.get(i).lengthM();
      duration += legs.get(i).lengthM() / network.road(legs.get(i).edge()).speedMps();
    }
    lengthM = length;
    durationS = duration;
  }

  public double lengthM() {
    return lengthM;
  }

  /** Seconds in free traffic. */
  public double durationS() {
    return durationS;
  }

  public List<Leg> legs() {
    return legs;
  }

  /** The nodes it passes, in order, with their distance from the start: where the signals are. */
  public List<Passing> listNodes() {
    List<Passing> nodes = new ArrayList<>();
    for (int i = 0; i + 1 < legs.size(); i++) {
      Leg leg = legs.get(i);
      int node = leg.toM() > 0 ? network.to(leg.edge()) : network.from(leg.edge());
      nodes.add(new Passing(network.nodeId(node), startM[i + 1]));
    }
    return nodes;
  }

  public Position positionAt(double distanceM) {
    int i = legAt(distanceM);
    RoadShape shape = network.shape(legs.get(i).edge());
    double along = along(i, distanceM);
    return network.plane().at(shape.xAt(along), shape.yAt(along));
  }

  /** Direction of travel, clockwise from north, [0, 360). */
  public double headingDegAt(double distanceM) {
    int i = legAt(distanceM);
    Leg leg = legs.get(i);
    RoadShape shape = network.shape(leg.edge());
    double along = along(i, distanceM);
    double behind = Math.max(0, along - 1);
    double ahead = Math.min(shape.lengthM(), along + 1);
    double dx = shape.xAt(ahead) - shape.xAt(behind);
    double dy = shape.yAt(ahead) - shape.yAt(behind);
    double deg = StrictMath.toDegrees(
        leg.isForward() ? StrictMath.atan2(dx, dy) : StrictMath.atan2(-dx, -dy));
    double turned = deg < 0 ? deg + 360 : deg;
    return turned >= 360 ? 0 : turned;
  }

  /** The road driven at that distance. */
  public Road roadAt(double distanceM) {
    return network.road(legs.get(legAt(distanceM)).edge());
  }

  /** The last leg that begins before the distance. */
  private int legAt(double distanceM) {
    int i = legs.size() - 1;
    while (i > 0 && startM[i] > distanceM) i--;
    return i;
  }

  private double along(int i, double distanceM) {
    Leg leg = legs.get(i);
    double driven = Math.max(0, Math.min(distanceM - startM[i], leg.lengthM()));
    return leg.isForward() ? leg.fromM() + driven : leg.fromM() - driven;
  }
}

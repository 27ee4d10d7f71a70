package bongsu.core.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Fastest paths by A*: the straight way at the highest speed of the network never overestimates what
 * is left, so the first arrival is the best. Equal times are settled by node number, never by chance.
 */
final class RoadRouter {
  private static final int NONE = -1;

  private final RoadNetwork network;
  private final double topSpeedMps;

  RoadRouter(RoadNetwork network) {
    this.network = network;
    double top = 1;
    for (int e = 0; e < network.edgeCount(); e++)
      top = Math.max(top, network.road(e).speedMps());
    topSpeedMps = top;
  }

  /** @param hopeS seconds so far plus the least that can be left */
  private record Entry(int node, double hopeS) {}

  Optional<RoadPath> findFastest(RoadPoint from, RoadPoint to) {
    return new Search(from, to).run();
  }

  private final class Search {
    private final RoadPoint from;
    private final RoadPoint to;
    private final double toX;
    private final double toY;
    private final double[] seconds = new double[network.nodeCount()];
    private final int[] cameBy = new int[network.nodeCount()];
    private final boolean[] settled = new boolean[network.nodeCount()];
    private final PriorityQueue<Entry> open =
        new PriorityQueue<>(Comparator.comparingDouble(Entry::hopeS).thenComparingInt(Entry::node));
    private double bestS = Double.POSITIVE_INFINITY;
    private int lastNode = NONE;

    Search(RoadPoint from, RoadPoint to) {
      this.from = from;
      this.to = to;
      RoadShape end = network.shape(to.edge());
      toX = end.xAt(to.alongM());
      toY = end.yAt(to.alongM());
      Arrays.fill(seconds, Double.POSITIVE_INFINITY);
      Arrays.fill(cameBy, NONE);
    }

    Optional<RoadPath> run() {
      if (from.edge() == to.edge() && mayDrive(from.edge(), from.alongM(), to.alongM()))
        bestS = secondsOn(from.edge(), Math.abs(to.alongM() - from.alongM()));
      leave();
      for (Entry next = open.poll(); next != null && next.hopeS() < bestS; next = open.poll())
        if (!settled[next.node()]) settle(next.node());
      return bestS == Double.POSITIVE_INFINITY ? Optional.empty() : Optional.of(path());
    }

    private boolean mayDrive(int edge, double fromM, double toM) {
      return toM >= fromM || !network.road(edge).oneway();
    }

    private double secondsOn(int edge, double metres) {
      return metres / network.road(edge).speedMps();
    }

    private void leave() {
      int edge = from.edge();
      reach(network.to(edge), secondsOn(edge, network.lengthM(edge) - from.alongM()), NONE);
      if (mayDrive(edge, from.alongM(), 0))
        reach(network.from(edge), secondsOn(edge, from.alongM()), NONE);
    }

    private void settle(int node) {
      settled[node] = true;
      tryToArrive(node);
      for (int edge : network.edgesAt(node)) {
        double after = seconds[node] + secondsOn(edge, network.lengthM(edge));
        if (network.from(edge) == node) reach(network.to(edge), after, edge);
        else if (!network.road(edge).oneway()) reach(network.from(edge), after, edge);
      }
    }

    private void tryToArrive(int node) {
      int edge = to.edge();
      if (network.from(edge) == node) arrive(node, secondsOn(edge, to.alongM()));
      if (network.to(edge) == node && mayDrive(edge, network.lengthM(edge), to.alongM()))
        arrive(node, secondsOn(edge, network.lengthM(edge) - to.alongM()));
    }

    private void arrive(int node, double restS) {
      if (seconds[node] + restS >= bestS) return;
      bestS = seconds[node] + restS;
      lastNode = node;
    }

    private void reach(int node, double at, int by) {
      if (settled[node] || at >= seconds[node]) return;
      seconds[node] = at;
      cameBy[node] = by;
      double left = RoadShape.distanceM(network.nodeX(node) - toX, network.nodeY(node) - toY);
      open.add(new Entry(node, at + left / topSpeedMps));
    }

    private RoadPath path() {
      if (lastNode == NONE)
        return new RoadPath(
            network, List.of(new RoadPath.Leg(from.edge(), from.alongM(), to.alongM())));
      List<RoadPath.Leg> legs = new ArrayList<>();
      legs.add(lastLeg());
      int node = lastNode;
      while (cameBy[node] != NONE) {
        int edge = cameBy[node];
        boolean forward = network.to(edge) == node;
        double length = network.lengthM(edge);
        legs.add(0, new RoadPath.Leg(edge, forward ? 0 : length, forward ? length : 0));
        node = forward ? network.from(edge) : network.to(edge);
      }
      legs.add(0, firstLeg(node));
      return new RoadPath(network, legs);
    }

    private RoadPath.Leg firstLeg(int node) {
      int edge = from.edge();
      double end = node == network.to(edge) ? network.lengthM(edge) : 0;
      return new RoadPath.Leg(edge, from.alongM(), end);
    }

    private RoadPath.Leg lastLeg() {
      int edge = to.edge();
      double start = lastNode == network.from(edge) ? 0 : network.lengthM(edge);
      return new RoadPath.Leg(edge, start, to.alongM());
    }
  }
}

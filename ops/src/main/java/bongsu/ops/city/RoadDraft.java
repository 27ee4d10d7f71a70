package bongsu.ops.city;

import bongsu.core.asset.RoadClass;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streets while they are being laid: nodes, edges between them, and which edge meets which node. */
final class RoadDraft {
  private final List<Node> nodes = new ArrayList<>();
  private final Segments segments = new Segments();

  /** A place where streets meet or end. */
  static final class Node {
    final Point at;
    final List<Edge> edges = new ArrayList<>();

    @Nullable
    Bilingual name;

    private Node(Point at) {
      this.at = at;
    }
  }

  /** A street between two nodes; {@code line} runs from {@code a} to {@code b}. */
  static final class Edge {
    final Node a;
    final Node b;
    final List<Point> line;
    final RoadClass roadClass;
    final int lanes;

    @Nullable
    Bilingual name;

    Edge(
        Node a,
        Node b,
        List<Point> line,
        RoadClass roadClass,
        int lanes,
        @Nullable Bilingual name) {
      this.a = a;
      this.b = b;
      this.line = line;
      this.roadClass = roadClass;
      this.lanes = lanes;
      this.name = name;
    }

    Node other(Node node) {
      return node == a ? b : a;
    }

    boolean isCollector() {
      return roadClass == RoadClass.COLLECTOR;
    }

    /** Direction in which it leaves the node, radians counter-clockwise from east. */
    double directionFrom(Node node) {
      return node == a
          ? a.at.directionTo(line.get(1))
          : b.at.directionTo(line.get(line.size() - 2));
    }
  }

  Node addNode(Point at) {
    Node node = new Node(at);
    nodes.add(node);
    return node;
  }

  /** Joins two nodes unless they are joined already. */
  void join(Edge edge) {
    if (edge.a == edge.b || areJoined(edge.a, edge.b)) return;
    edge.a.edges.add(edge);
    edge.b.edges.add(edge);
    segments.addLine(edge.line);
  }

  boolean areJoined(Node a, Node b) {
    return a.edges.stream().anyMatch(e -> e.other(a) == b);
  }

  void remove(Edge edge) {
    edge.a.edges.remove(edge);
    edge.b.edges.remove(edge);
  }

  /** Where streets lie; streets that were removed since still count. */
  Segments segments() {
    return segments;
  }

  List<Node> nodes() {
    return nodes;
  }

  void removeNodesWithoutStreets() {
    nodes.removeIf(n -> n.edges.isEmpty());
  }

  /** Every edge once, in the order of its first node. */
  List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (Node node : nodes) for (Edge edge : node.edges) if (edge.a == node) edges.add(edge);
    return edges;
  }

  /** The smallest angle between direction {@code rad} and the streets that leave the node. */
  static double clearanceRad(Node node, double rad) {
    double least = StrictMath.PI;
    for (Edge edge : node.edges) least = Math.min(least, angle(rad, edge.directionFrom(node)));
    return least;
  }

  /** The angle between two directions, 0 to π. */
  static double angle(double a, double b) {
    double turn = Math.abs(a - b) % (2 * StrictMath.PI);
    return turn > StrictMath.PI ? 2 * StrictMath.PI - turn : turn;
  }
}

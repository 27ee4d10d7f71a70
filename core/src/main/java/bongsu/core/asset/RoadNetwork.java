package bongsu.core.asset;

import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The roads as a graph in metres, for routing, simulation and the map. Immutable, so any thread may
 * use it. Nodes and edges are numbered from 0 in the order of their ids, so the same roads give the
 * same network and the same paths in whatever order they arrive.
 *
 * <p>A node lies where the first road that names it ends; roads that name the same node are expected
 * to meet there.
 */
public final class RoadNetwork {
  private final LocalPlane plane;
  private final RoadShape[] shapes;
  private final String[] nodeIds;
  private final Map<String, Integer> nodeNumbers = new HashMap<>();
  private final Map<String, Integer> edgeNumbers = new HashMap<>();
  private final double[] nodeX;
  private final double[] nodeY;
  private final int[][] edgesAt;
  private final RoadGrid grid;
  private final RoadRouter router;

  private RoadNetwork(List<Road> roads, LocalPlane plane) {
    this.plane = plane;
    nodeIds = roads.stream()
        .flatMap(r -> java.util.stream.Stream.of(r.from(), r.to()))
        .distinct()
        .sorted()
        .toArray(String[]::new);
    for (int i = 0; i < nodeIds.length; i++) nodeNumbers.put(nodeIds[i], i);
    nodeX = new double[nodeIds.length];
    nodeY = new double[nodeIds.length];
    shapes = new RoadShape[roads.size()];
    for (int e = 0; e < shapes.length; e++) shapes[e] = shape(roads.get(e), e);
    edgesAt = edgesByNode();
    grid = new RoadGrid(shapes);
    router = new RoadRouter(this);
  }

  /**
   * Builds the network on the plane given. Roads with the same id count once.
   *
   * @param plane the city's plane; lengths and speeds are measured on it
   */
  public static RoadNetwork of(Collection<Road> roads, LocalPlane plane) {
    Map<String, Road> byId = new HashMap<>();
    for (Road road : roads) byId.putIfAbsent(road.id(), road);
    return new RoadNetwork(
        byId.values().stream().sorted(Comparator.comparing(Road::id)).toList(), plane);
  }

  /** Builds the network on a plane about the middle of the roads. */
  public static RoadNetwork of(Collection<Road> roads) {
    Optional<BoundingBox> box = roads.stream().map(Road::bounds).reduce(Coordinates::around);
    Position centre = box.map(
            b -> Position.of((b.southDeg() + b.northDeg()) / 2, (b.westDeg() + b.eastDeg()) / 2))
        .orElse(Position.of(0, 0));
    return of(roads, new LocalPlane(centre));
  }

  private RoadShape shape(Road road, int number) {
    int from = Objects.requireNonNull(nodeNumbers.get(road.from()));
    int to = Objects.requireNonNull(nodeNumbers.get(road.to()));
    RoadShape shape = new RoadShape(road, from, to, plane);
    edgeNumbers.put(road.id(), number);
    int last = shape.size() - 1;
    place(from, shape.x(0), shape.y(0));
    place(to, shape.x(last), shape.y(last));
    return shape;
  }

  private void place(int node, double x, double y) {
    if (nodeX[node] != 0 || nodeY[node] != 0) return;
    nodeX[node] = x;
    nodeY[node] = y;
  }

  private int[][] edgesByNode() {
    int[] counts = new int[nodeIds.length];
    for (RoadShape s : shapes) {
      counts[s.from()]++;
      if (s.to() != s.from()) counts[s.to()]++;
    }
    int[][] edges = new int[nodeIds.length][];
    for (int n = 0; n < edges.length; n++) edges[n] = new int[counts[n]];
    Arrays.fill(counts, 0);
    for (int e = 0; e < shapes.length; e++) {
      edges[shapes[e].from()][counts[shapes[e].from()]++] = e;
      if (shapes[e].to() != shapes[e].from()) edges[shapes[e].to()][counts[shapes[e].to()]++] = e;
    }
    return edges;
  }

  public LocalPlane plane() {
    return plane;
  }

  public int nodeCount() {
    return nodeIds.length;
  }

  public int edgeCount() {
    return shapes.length;
  }

  /** The road that edge {@code edge} is, 0 to {@link #edgeCount()} − 1. */
  public Road road(int edge) {
    return shapes[edge].road();
  }

  /** Length of the edge along its bends, in metres. */
  public double lengthM(int edge) {
    return shapes[edge].lengthM();
  }

  /** Number of the node where the edge begins. */
  public int from(int edge) {
    return shapes[edge].from();
  }

  /** Number of the node where the edge ends. */
  public int to(int edge) {
    return shapes[edge].to();
  }

  public String nodeId(int node) {
    return nodeIds[node];
  }

  public Position nodePosition(int node) {
    return plane.at(nodeX[node], nodeY[node]);
  }

  /** Numbers of the edges that begin or end at the node. */
  public int[] listEdgesAt(int node) {
    return edgesAt[node].clone();
  }

  /** Number of the node with that id. */
  public Optional<Integer> findNode(String nodeId) {
    return Optional.ofNullable(nodeNumbers.get(nodeId));
  }

  /** Number of the edge that is the road with that id. */
  public Optional<Integer> findEdge(String roadId) {
    return Optional.ofNullable(edgeNumbers.get(roadId));
  }

  /**
   * The nearest point of any road.
   *
   * @param withinM how far to look; farther roads are not found
   */
  public Optional<RoadPoint> findNearest(Position position, double withinM) {
    return grid.findNearest(plane.xM(position.lonDeg()), plane.yM(position.latDeg()), withinM)
        .map(hit -> point(hit.edge(), hit.alongM(), hit.distanceM()));
  }

  /** The point of an edge {@code alongM} metres from its beginning, limited to the edge. */
  public RoadPoint pointOn(int edge, double alongM) {
    return point(edge, alongM, 0);
  }

  private RoadPoint point(int edge, double alongM, double distanceM) {
    RoadShape shape = shapes[edge];
    double along = Math.max(0, Math.min(alongM, shape.lengthM()));
    return new RoadPoint(edge, along, plane.at(shape.xAt(along), shape.yAt(along)), distanceM);
  }

  /** The path that takes the least time in free traffic; none when there is no way. */
  public Optional<RoadPath> findFastest(RoadPoint from, RoadPoint to) {
    return router.findFastest(from, to);
  }

  /**
   * As {@link #findFastest(RoadPoint, RoadPoint)} between the nearest roads.
   *
   * @param withinM how far the positions may lie from a road
   */
  public Optional<RoadPath> findFastest(Position from, Position to, double withinM) {
    return findNearest(from, withinM)
        .flatMap(start -> findNearest(to, withinM).flatMap(end -> findFastest(start, end)));
  }

  RoadShape shape(int edge) {
    return shapes[edge];
  }

  int[] edgesAt(int node) {
    return edgesAt[node];
  }

  double nodeX(int node) {
    return nodeX[node];
  }

  double nodeY(int node) {
    return nodeY[node];
  }
}

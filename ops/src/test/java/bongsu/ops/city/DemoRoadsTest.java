package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.asset.Asset;
import bongsu.core.asset.Junction;
import bongsu.core.asset.Road;
import bongsu.core.asset.RoadNetwork;
import bongsu.core.asset.RoadPath;
import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoRoadsTest {
  private static final List<Asset> CITY = DemoCity.generate();
  private static final List<Road> ROADS = DemoCity.roads(CITY);
  private static final LocalPlane PLANE = DemoCity.profile().plane();
  private static final RoadNetwork NETWORK = RoadNetwork.of(ROADS, PLANE);

  @Test
  void everyRoadCanBeReachedFromEveryOther() {
    boolean[] reached = new boolean[NETWORK.nodeCount()];
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    int count = 0;
    while (!open.isEmpty()) {
      int node = open.pop();
      if (reached[node]) continue;
      reached[node] = true;
      count++;
      Arrays.stream(NETWORK.listEdgesAt(node)).forEach(e -> {
        open.push(NETWORK.from(e));
        open.push(NETWORK.to(e));
      });
    }
    assertEquals(NETWORK.nodeCount(), count);
  }

  @Test
  void roadsMeetAtNodesOnly() {
    List<String> crossings = new ArrayList<>();
    List<List<Point>> lines = ROADS.stream().map(DemoRoadsTest::line).toList();
    List<BoundingBox> boxes = ROADS.stream().map(Road::bounds).toList();
    for (int i = 0; i < lines.size(); i++)
      for (int j = i + 1; j < lines.size(); j++)
        if (overlap(boxes.get(i), boxes.get(j)) && cross(lines.get(i), lines.get(j)))
          crossings.add(
              ROADS.get(i).id() + " " + ROADS.get(j).id() + " " + ROADS.get(i).position());
    assertEquals(List.of(), crossings);
  }

  @Test
  void roadsEndAtTheirNodes() {
    for (Road road : ROADS) {
      Position from = NETWORK.nodePosition(NETWORK.findNode(road.from()).orElseThrow());
      Position to = NETWORK.nodePosition(NETWORK.findNode(road.to()).orElseThrow());
      assertEquals(0, PLANE.distanceM(from, road.line().position(0)), 0.2, road.id());
      assertEquals(
          0, PLANE.distanceM(to, road.line().position(road.line().size() - 1)), 0.2, road.id());
    }
  }

  @Test
  void aJunctionKnowsItsThreeOrMoreRoadsAndIsTheirNode() {
    Map<String, Road> roads =
        ROADS.stream().collect(Collectors.toMap(Road::id, Function.identity()));
    for (Asset asset : CITY)
      if (asset instanceof Junction junction) {
        assertTrue(junction.edges().size() >= 3, junction.id());
        for (String edge : junction.edges())
          assertTrue(Set.of(roads.get(edge).from(), roads.get(edge).to()).contains(junction.id()));
      }
  }

  @Test
  void theNamedJunctionsHaveSignals() {
    Set<String> names = CITY.stream()
        .filter(Junction.class::isInstance)
        .map(a -> a.name().ko())
        .collect(Collectors.toSet());
    Facts.load().junctions().forEach(j -> assertTrue(names.contains(j.name()), j.name()));
  }

  @Test
  void aDriveAcrossTheCityTakesWhatItTakes() {
    Position suwonStation = Position.of(37.2661, 126.9999);
    Position yeongtongStation = Position.of(37.2516, 127.0714);
    RoadPath path = NETWORK.findFastest(suwonStation, yeongtongStation, 200).orElseThrow();
    assertTrue(path.lengthM() > 6_500 && path.lengthM() < 9_500, "metres: " + path.lengthM());
    assertTrue(path.durationS() > 390 && path.durationS() < 700, "seconds: " + path.durationS());
    assertTrue(path.listNodes().size() > 15);
  }

  @Test
  void streamsAreCrossedByFewBridges() {
    Segments water = new Segments();
    new Ground(Facts.load()).streamLines().forEach(water::addLine);
    long bridges = ROADS.stream()
        .filter(road -> {
          List<Point> line = line(road);
          for (int i = 1; i < line.size(); i++)
            if (water.findCrossing(line.get(i - 1), line.get(i)).isPresent()) return true;
          return false;
        })
        .count();
    assertTrue(bridges >= 30 && bridges <= 90, "bridges: " + bridges);
  }

  private static List<Point> line(Road road) {
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < road.line().size(); i++)
      line.add(new Point(PLANE.xM(road.line().lonDeg(i)), PLANE.yM(road.line().latDeg(i))));
    return line;
  }

  private static boolean overlap(BoundingBox a, BoundingBox b) {
    return a.westDeg() <= b.eastDeg()
        && b.westDeg() <= a.eastDeg()
        && a.southDeg() <= b.northDeg()
        && b.southDeg() <= a.northDeg();
  }

  /** Roads that share a node touch there; lying upon each other counts as crossing. */
  private static boolean cross(List<Point> a, List<Point> b) {
    Point middle = Curve.pointAt(a, Curve.lengthM(a) / 2);
    for (int j = 1; j < b.size(); j++) {
      if (Segments.distanceM(middle, b.get(j - 1), b.get(j)) < 8) return true;
      for (int i = 1; i < a.size(); i++) {
        Point p = Segments.findCrossing(a.get(i - 1), a.get(i), b.get(j - 1), b.get(j))
            .orElse(null);
        if (p != null && !(isEnd(p, a) && isEnd(p, b))) return true;
      }
    }
    return false;
  }

  private static boolean isEnd(Point p, List<Point> line) {
    return p.distanceM(line.get(0)) < 1 || p.distanceM(line.get(line.size() - 1)) < 1;
  }
}

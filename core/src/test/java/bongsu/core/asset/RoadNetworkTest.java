package bongsu.core.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));

  /**
   * <pre>
   *   A ──slow 1 000 m, 5 m/s── B
   *   │                         │      A-C-D-B is 3 000 m at 20 m/s
   *   C ─────────fast────────── D
   * </pre>
   */
  private static final List<Road> DETOUR = List.of(
      road("AB", "A", "B", 5, false, 0, 1000, 1000, 1000),
      road("AC", "A", "C", 20, false, 0, 1000, 0, 0),
      road("CD", "C", "D", 20, false, 0, 0, 1000, 0),
      road("DB", "D", "B", 20, false, 1000, 0, 1000, 1000));

  @Test
  void theFastestWayIsNotTheShortest() {
    RoadPath path = fastest(DETOUR, 0, 1000, 1000, 1000);
    assertEquals(150, path.durationS(), 0.1);
    assertEquals(3000, path.lengthM(), 1);
    assertEquals(
        List.of("C", "D"),
        path.listNodes().stream()
            .map(RoadPath.Passing::nodeId)
            .filter(n -> !"AB".contains(n))
            .toList());
  }

  @Test
  void aPathIsFollowedByDistanceWithItsHeading() {
    RoadPath path = fastest(DETOUR, 0, 900, 600, 0);
    assertEquals(1500, path.lengthM(), 1);
    assertNear(0, 400, path.positionAt(500));
    assertEquals(180, path.headingDegAt(500), 0.1);
    assertNear(100, 0, path.positionAt(1000));
    assertEquals(90, path.headingDegAt(1000), 0.1);
    assertNear(600, 0, path.positionAt(99_999));
    assertNear(0, 900, path.positionAt(-5));
    assertEquals("CD", path.roadAt(1200).id());
  }

  @Test
  void alongOneRoadThePathGoesEitherWayUnlessItIsOneWay() {
    assertEquals(300, fastest(DETOUR, 100, 0, 400, 0).lengthM(), 1);
    assertEquals(270, fastest(DETOUR, 400, 0, 100, 0).headingDegAt(10), 0.1);
    List<Road> oneWay = new ArrayList<>(DETOUR);
    oneWay.set(2, road("CD", "C", "D", 20, true, 0, 0, 1000, 0));
    assertEquals(300, fastest(oneWay, 100, 0, 400, 0).lengthM(), 1);
    assertEquals(3700, fastest(oneWay, 400, 0, 100, 0).lengthM(), 1);
  }

  @Test
  void whereNoRoadLeadsThereIsNoPath() {
    List<Road> apart = new ArrayList<>(DETOUR);
    apart.add(road("XY", "X", "Y", 10, false, 5000, 0, 6000, 0));
    RoadNetwork network = RoadNetwork.of(apart, PLANE);
    assertTrue(network.findFastest(PLANE.at(0, 0), PLANE.at(5500, 0), 50).isEmpty());
    assertTrue(network.findNearest(PLANE.at(3000, 3000), 500).isEmpty());
  }

  @Test
  void theNearestRoadIsTheOneAnExhaustiveSearchFinds() {
    Random random = new Random(7);
    List<Road> roads = city(random);
    RoadNetwork network = RoadNetwork.of(roads, PLANE);
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * 6000 - 500;
      double y = random.nextDouble() * 6000 - 500;
      RoadPoint found = network.findNearest(PLANE.at(x, y), 3000).orElseThrow();
      assertEquals(nearestByForce(roads, x, y), found.distanceM(), 0.01);
      assertEquals(found.distanceM(), PLANE.distanceM(found.position(), PLANE.at(x, y)), 0.01);
    }
  }

  @Test
  void theFastestPathIsTheOneAnExhaustiveSearchFinds() {
    List<Road> roads = city(new Random(11));
    RoadNetwork network = RoadNetwork.of(roads, PLANE);
    double[][] best = allTimes(network);
    for (int from = 0; from < network.nodeCount(); from += 5)
      for (int to = 0; to < network.nodeCount(); to += 7) {
        RoadPath path = network
            .findFastest(network.nodePosition(from), network.nodePosition(to), 1)
            .orElseThrow();
        assertEquals(best[from][to], path.durationS(), 0.01);
        assertEquals(
            0, PLANE.distanceM(path.positionAt(path.lengthM()), network.nodePosition(to)), 0.01);
      }
  }

  @Test
  void theOrderInWhichRoadsArriveDoesNotMatter() {
    List<Road> roads = city(new Random(3));
    List<Road> shuffled = new ArrayList<>(roads);
    Collections.shuffle(shuffled, new Random(4));
    Position from = PLANE.at(10, 20);
    Position to = PLANE.at(4_800, 4_700);
    assertEquals(
        RoadNetwork.of(roads, PLANE).findFastest(from, to, 500).orElseThrow().legs(),
        RoadNetwork.of(shuffled, PLANE).findFastest(from, to, 500).orElseThrow().legs());
  }

  @Test
  void aNetworkWithoutRoadsFindsNothing() {
    assertTrue(RoadNetwork.of(List.of()).findNearest(PLANE.at(0, 0), 1e6).isEmpty());
  }

  private static RoadPath fastest(List<Road> roads, double x1, double y1, double x2, double y2) {
    return RoadNetwork.of(roads, PLANE)
        .findFastest(PLANE.at(x1, y1), PLANE.at(x2, y2), 50)
        .orElseThrow();
  }

  private static void assertNear(double xM, double yM, Position position) {
    assertEquals(xM, PLANE.xM(position.lonDeg()), 0.5);
    assertEquals(yM, PLANE.yM(position.latDeg()), 0.5);
  }

  private static Road road(
      String id, String from, String to, double speed, boolean oneway, double... xy) {
    double[] lon = new double[xy.length / 2];
    double[] lat = new double[xy.length / 2];
    for (int i = 0; i < lon.length; i++) {
      lon[i] = PLANE.at(xy[2 * i], xy[2 * i + 1]).lonDeg();
      lat[i] = PLANE.at(xy[2 * i], xy[2 * i + 1]).latDeg();
    }
    Coordinates line = new Coordinates(lon, lat);
    return new Road(id, Bilingual.same(id), line, from, to, 2, speed, RoadClass.ARTERIAL, oneway);
  }

  /** Ten by ten nodes about 500 m apart, bent two-way roads of different speeds, some one way. */
  private static List<Road> city(Random random) {
    double[][] x = new double[10][10];
    double[][] y = new double[10][10];
    for (int i = 0; i < 10; i++)
      for (int j = 0; j < 10; j++) {
        x[i][j] = i * 500 + random.nextInt(200);
        y[i][j] = j * 500 + random.nextInt(200);
      }
    List<Road> roads = new ArrayList<>();
    for (int i = 0; i < 10; i++)
      for (int j = 0; j < 10; j++) {
        if (i < 9)
          roads.add(bent(random, x[i][j], y[i][j], x[i + 1][j], y[i + 1][j], i, j, i + 1, j));
        if (j < 9)
          roads.add(bent(random, x[i][j], y[i][j], x[i][j + 1], y[i][j + 1], i, j, i, j + 1));
      }
    return roads;
  }

  private static Road bent(
      Random random, double x1, double y1, double x2, double y2, int i, int j, int k, int l) {
    double midX = (x1 + x2) / 2 + random.nextInt(80) - 40;
    double midY = (y1 + y2) / 2 + random.nextInt(80) - 40;
    String id = "R-" + i + j + k + l;
    boolean oneway = random.nextInt(8) == 0 && i > 0 && j > 0;
    return road(
        id, "N-" + i + j, "N-" + k + l, 8 + random.nextInt(12), oneway, x1, y1, midX, midY, x2, y2);
  }

  private static double nearestByForce(List<Road> roads, double x, double y) {
    double best = Double.MAX_VALUE;
    for (Road road : roads)
      for (int i = 1; i < road.line().size(); i++) {
        double ax = PLANE.xM(road.line().lonDeg(i - 1));
        double ay = PLANE.yM(road.line().latDeg(i - 1));
        double dx = PLANE.xM(road.line().lonDeg(i)) - ax;
        double dy = PLANE.yM(road.line().latDeg(i)) - ay;
        double t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
        t = Math.max(0, Math.min(1, t));
        best = Math.min(best, Math.hypot(ax + t * dx - x, ay + t * dy - y));
      }
    return best;
  }

  /** Floyd and Warshall: slow, short, and nothing in common with what it checks. */
  private static double[][] allTimes(RoadNetwork network) {
    int n = network.nodeCount();
    double[][] best = new double[n][n];
    for (double[] row : best) Arrays.fill(row, Double.POSITIVE_INFINITY);
    for (int i = 0; i < n; i++) best[i][i] = 0;
    for (int e = 0; e < network.edgeCount(); e++) {
      double s = network.lengthM(e) / network.road(e).speedMps();
      int from = network.from(e);
      int to = network.to(e);
      best[from][to] = Math.min(best[from][to], s);
      if (!network.road(e).oneway()) best[to][from] = Math.min(best[to][from], s);
    }
    for (int k = 0; k < n; k++)
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) best[i][j] = Math.min(best[i][j], best[i][k] + best[k][j]);
    return best;
  }
}

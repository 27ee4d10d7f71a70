package bongsu.ops.city;

import bongsu.core.asset.RoadClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fills the built-up land between the main streets with collectors: each neighbourhood gets a grid
 * along its main street, and then the shortest joins first, as long as they cross nothing and leave
 * every corner wide. That keeps the streets a planar graph that looks grown.
 */
final class SideStreets {
  private static final double BLOCK_M = 242;
  private static final double LONGEST_M = 1.75 * BLOCK_M;
  private static final double SHORTEST_M = 75;
  private static final double LEAST_ANGLE_RAD = StrictMath.toRadians(48);
  private static final int MOST_LEGS = 4;
  private static final double BETWEEN_BRIDGES_M = 420;
  private static final double BETWEEN_RAIL_CROSSINGS_M = 650;

  private final Facts facts;
  private final Ground ground;
  private final RoadDraft draft;
  private final Dice dice;
  private final List<RoadDraft.Node> corners = new ArrayList<>();
  private final List<Point> bridges = new ArrayList<>();
  private final List<Point> railCrossings = new ArrayList<>();

  private record Join(RoadDraft.Node a, RoadDraft.Node b, double lengthM) {}

  SideStreets(Facts facts, Ground ground, RoadDraft draft, Dice dice) {
    this.facts = facts;
    this.ground = ground;
    this.draft = draft;
    this.dice = dice;
  }

  void lay() {
    List<RoadDraft.Node> mainNodes = List.copyOf(draft.nodes());
    noteMainBridges();
    facts.city().places().forEach(place -> addGrid(facts.point(place.position())));
    List<RoadDraft.Node> ends = new ArrayList<>(corners);
    mainNodes.stream()
        .filter(n -> n.edges.stream().noneMatch(e -> e.roadClass == RoadClass.EXPRESSWAY))
        .forEach(ends::add);
    joins(ends).forEach(this::tryToJoin);
    removeDeadEnds();
  }

  private void noteMainBridges() {
    for (RoadDraft.Edge edge : draft.edges())
      for (int i = 1; i < edge.line.size(); i++) {
        Point a = edge.line.get(i - 1);
        Point b = edge.line.get(i);
        ground.water().findCrossing(a, b).ifPresent(bridges::add);
        ground.surfaceRail().findCrossing(a, b).ifPresent(railCrossings::add);
      }
  }

  private void addGrid(Point centre) {
    double rad = gridDirection(centre);
    for (int i = -9; i <= 9; i++)
      for (int j = -9; j <= 9; j++) {
        Point p = centre.at(rad, i * BLOCK_M).at(rad + StrictMath.PI / 2, j * BLOCK_M);
        Point corner = p.plus(dice.between(-22, 22), dice.between(-22, 22));
        if (isNearestPlace(p, centre) && mayStand(corner)) corners.add(draft.addNode(corner));
      }
  }

  private double gridDirection(Point centre) {
    return draft.edges().stream()
        .filter(e -> e.roadClass == RoadClass.ARTERIAL)
        .min(Comparator.comparingDouble(e -> e.a.at.distanceM(centre) + e.b.at.distanceM(centre)))
        .map(e -> e.a.at.directionTo(e.b.at))
        .orElse(0.0);
  }

  private boolean isNearestPlace(Point p, Point centre) {
    double own = p.distanceM(centre);
    return facts.city().places().stream()
        .allMatch(place -> facts.point(place.position()).distanceM(p) >= own);
  }

  private boolean mayStand(Point p) {
    return ground.isBuiltUp(p)
        && draft.segments().distanceM(p, 95) >= 95
        && ground.water().distanceM(p, 50) >= 50
        && ground.surfaceRail().distanceM(p, 45) >= 45
        && corners.stream().allMatch(c -> c.at.distanceM(p) >= 0.62 * BLOCK_M);
  }

  private List<Join> joins(List<RoadDraft.Node> ends) {
    List<Join> joins = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++)
      for (int j = i + 1; j < ends.size(); j++) {
        if (Math.abs(ends.get(i).at.x() - ends.get(j).at.x()) > LONGEST_M) continue;
        double length = ends.get(i).at.distanceM(ends.get(j).at);
        if (length >= SHORTEST_M && length <= LONGEST_M)
          joins.add(new Join(ends.get(i), ends.get(j), length));
      }
    joins.sort(Comparator.comparingDouble(Join::lengthM));
    return joins;
  }

  private void tryToJoin(Join join) {
    RoadDraft.Node a = join.a();
    RoadDraft.Node b = join.b();
    if (a.edges.size() >= MOST_LEGS || b.edges.size() >= MOST_LEGS) return;
    if (RoadDraft.clearanceRad(a, a.at.directionTo(b.at)) < LEAST_ANGLE_RAD) return;
    if (RoadDraft.clearanceRad(b, b.at.directionTo(a.at)) < LEAST_ANGLE_RAD) return;
    Point middle = a.at.towards(b.at, 0.5);
    if (!ground.isBuiltUp(middle) || isTooNearAStreet(a.at, b.at)) return;
    if (!mayCross(ground.water(), a.at, b.at, bridges, BETWEEN_BRIDGES_M)) return;
    if (!mayCross(ground.surfaceRail(), a.at, b.at, railCrossings, BETWEEN_RAIL_CROSSINGS_M))
      return;
    draft.join(new RoadDraft.Edge(a, b, bent(a.at, b.at), RoadClass.COLLECTOR, 1, null));
  }

  private boolean isTooNearAStreet(Point a, Point b) {
    double end = 12 / a.distanceM(b);
    if (draft.segments().findCrossing(a.towards(b, end), a.towards(b, 1 - end)).isPresent())
      return true;
    return draft.segments().distanceM(a.towards(b, 0.5), 30) < 30;
  }

  private static boolean mayCross(
      Segments barrier, Point a, Point b, List<Point> crossings, double betweenM) {
    Point crossing = barrier.findCrossing(a, b).orElse(null);
    if (crossing == null) return true;
    if (crossings.stream().anyMatch(c -> c.distanceM(crossing) < betweenM)) return false;
    crossings.add(crossing);
    return true;
  }

  private List<Point> bent(Point a, Point b) {
    double side = a.directionTo(b) + StrictMath.PI / 2;
    double bend = a.distanceM(b) * dice.between(-0.035, 0.035);
    return List.of(a, a.towards(b, 0.33).at(side, bend), a.towards(b, 0.67).at(side, bend), b);
  }

  private void removeDeadEnds() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (RoadDraft.Node corner : corners)
        if (corner.edges.size() == 1) {
          draft.remove(corner.edges.get(0));
          changed = true;
        }
    }
    draft.removeNodesWithoutStreets();
  }
}

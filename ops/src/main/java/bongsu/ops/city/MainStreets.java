package bongsu.ops.city;

import bongsu.core.asset.RoadClass;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lays expressways and arterials: smooth lines with a node where two of them meet. */
final class MainStreets {
  private static final double STEP_M = 40;
  private static final double SAME_NODE_M = 70;
  private static final double BETWEEN_JUNCTIONS_M = 250;

  private final Facts facts;
  private final RoadDraft draft;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Set<RoadDraft.Node>> laid = new HashSet<>();

  /** A road and its nodes by the metres along it. */
  private record Line(
      Facts.Way way,
      RoadClass roadClass,
      List<Point> through,
      List<Point> line,
      TreeMap<Double, RoadDraft.Node> nodes) {
    /** The node of this line nearest to the point, when it is near enough to be the same. */
    Optional<RoadDraft.Node> findNode(Point p) {
      return nodes.values().stream()
          .filter(n -> n.at.distanceM(p) < SAME_NODE_M)
          .findFirst();
    }

    double alongM(Point p) {
      double along = 0;
      double best = 0;
      double nearest = Double.MAX_VALUE;
      for (int i = 1; i < line.size(); i++) {
        double away = Segments.distanceM(p, line.get(i - 1), line.get(i));
        if (away < nearest) {
          nearest = away;
          best = along
              + Math.min(line.get(i - 1).distanceM(p), line.get(i - 1).distanceM(line.get(i)));
        }
        along += line.get(i - 1).distanceM(line.get(i));
      }
      return best;
    }

    void put(RoadDraft.Node node) {
      if (!nodes.containsValue(node)) nodes.put(alongM(node.at), node);
    }
  }

  MainStreets(Facts facts, RoadDraft draft) {
    this.facts = facts;
    this.draft = draft;
  }

  void lay() {
    for (Facts.Way way : facts.roads().expressways()) addLine(way, RoadClass.EXPRESSWAY);
    for (Facts.Way way : facts.roads().arterials()) addLine(way, RoadClass.ARTERIAL);
    putNodesAtKnownPlaces();
    for (int i = 0; i < lines.size(); i++)
      for (int j = i + 1; j < lines.size(); j++) putNodesAtCrossings(lines.get(i), lines.get(j));
    for (Line line : lines) putEnds(line);
    for (Line line : lines) cut(line);
  }

  private void addLine(Facts.Way way, RoadClass roadClass) {
    List<Point> through = facts.points(way);
    lines.add(new Line(way, roadClass, through, Curve.smooth(through, STEP_M), new TreeMap<>()));
  }

  /** Named junctions, and every point that two roads both run through. */
  private void putNodesAtKnownPlaces() {
    Map<Point, RoadDraft.Node> known = new HashMap<>();
    for (Spot spot : facts.junctions()) {
      RoadDraft.Node node = draft.addNode(facts.point(spot));
      node.name = spot.names();
      known.put(node.at, node);
    }
    Map<Point, Integer> uses = new HashMap<>();
    for (Line line : lines) line.through().forEach(p -> uses.merge(p, 1, Integer::sum));
    for (Line line : lines)
      for (Point p : line.through())
        if (known.containsKey(p) || uses.getOrDefault(p, 0) > 1)
          line.put(known.computeIfAbsent(p, draft::addNode));
  }

  private void putNodesAtCrossings(Line a, Line b) {
    Segments segments = new Segments();
    segments.addLine(b.line());
    for (int i = 1; i < a.line().size(); i++)
      for (Point p : segments.listCrossings(a.line().get(i - 1), a.line().get(i))) meet(a, b, p);
  }

  private void meet(Line a, Line b, Point p) {
    Optional<RoadDraft.Node> onA = a.findNode(p);
    Optional<RoadDraft.Node> onB = b.findNode(p);
    if (onA.isPresent() && onB.isPresent()) return;
    RoadDraft.Node node = onA.or(() -> onB).orElseGet(() -> draft.addNode(p));
    a.put(node);
    b.put(node);
  }

  /** A road may end in the open, at the city's edge. */
  private void putEnds(Line line) {
    for (Point end : List.of(line.line().get(0), line.line().get(line.line().size() - 1)))
      if (line.findNode(end).isEmpty()) line.put(draft.addNode(end));
  }

  private void cut(Line line) {
    Map.Entry<Double, RoadDraft.Node> last = null;
    for (Map.Entry<Double, RoadDraft.Node> next : line.nodes().entrySet()) {
      if (last != null) join(line, last, next);
      last = next;
    }
  }

  /** Long stretches get nodes in between, where side streets can begin; expressways do not. */
  private void join(
      Line line, Map.Entry<Double, RoadDraft.Node> from, Map.Entry<Double, RoadDraft.Node> to) {
    double length = to.getKey() - from.getKey();
    int parts = line.roadClass() == RoadClass.EXPRESSWAY
        ? 1
        : Math.max(1, (int) Math.round(length / BETWEEN_JUNCTIONS_M));
    if (!laid.add(Set.of(from.getValue(), to.getValue()))) return;
    RoadDraft.Node a = from.getValue();
    for (int i = 1; i <= parts; i++) {
      double start = from.getKey() + length * (i - 1) / parts;
      double end = from.getKey() + length * i / parts;
      RoadDraft.Node b =
          i == parts ? to.getValue() : draft.addNode(Curve.pointAt(line.line(), end));
      draft.join(edge(line, a, b, start, end));
      a = b;
    }
  }

  private static RoadDraft.Edge edge(
      Line line, RoadDraft.Node a, RoadDraft.Node b, double startM, double endM) {
    List<Point> shape = new ArrayList<>();
    shape.add(a.at);
    int steps = Math.max(1, (int) Math.round((endM - startM) / STEP_M));
    for (int s = 1; s < steps; s++)
      shape.add(Curve.pointAt(line.line(), startM + (endM - startM) * s / steps));
    shape.add(b.at);
    Bilingual name = new Bilingual(line.way().name(), line.way().nameEn());
    int lanes = line.roadClass() == RoadClass.EXPRESSWAY ? 3 : line.way().lanes();
    return new RoadDraft.Edge(a, b, shape, line.roadClass(), lanes, name);
  }
}

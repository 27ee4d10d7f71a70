package bongsu.ops.city;

import bongsu.core.asset.Junction;
import bongsu.core.asset.Road;
import bongsu.core.asset.RoadClass;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The finished streets. Nodes with signals are called {@code J-0001} like the {@link Junction} that
 * stands there, the others {@code N-0001}, so a path's nodes tell its signals.
 */
final class Streets {
  private static final int SIGNALS = 1_100;
  private static final double KMH = 1 / 3.6;

  private final Facts facts;
  private final RoadDraft draft = new RoadDraft();
  private final Map<RoadDraft.Node, String> nodeIds = new HashMap<>();
  private final List<RoadDraft.Node> signalNodes;
  private final Map<RoadDraft.Edge, String> roadIds = new HashMap<>();
  private final List<Road> roads = new ArrayList<>();
  private final List<Junction> junctions = new ArrayList<>();

  Streets(Facts facts, Ground ground, Dice dice) {
    this.facts = facts;
    new MainStreets(facts, draft).lay();
    new SideStreets(facts, ground, draft, dice).lay();
    joinBends();
    keepWhatIsConnected();
    new StreetNames(facts).name(draft);
    signalNodes = draft.nodes().stream()
        .filter(n -> n.edges.size() >= 3)
        .sorted(Comparator.comparingInt(Streets::weight).reversed())
        .limit(SIGNALS)
        .toList();
    giveIds();
    draft.edges().forEach(this::addRoad);
    signalNodes.forEach(this::addJunction);
  }

  List<Road> roads() {
    return roads;
  }

  List<Junction> junctions() {
    return junctions;
  }

  RoadDraft draft() {
    return draft;
  }

  /** A node where only two pieces of the same street meet is a bend, not a place to decide. */
  private void joinBends() {
    for (RoadDraft.Node node : draft.nodes()) {
      if (node.edges.size() != 2 || node.name != null) continue;
      RoadDraft.Edge first = node.edges.get(0);
      RoadDraft.Edge second = node.edges.get(1);
      RoadDraft.Node a = first.other(node);
      RoadDraft.Node b = second.other(node);
      boolean same = first.roadClass == second.roadClass
          && String.valueOf(first.name).equals(String.valueOf(second.name));
      if (!same || a == b || draft.areJoined(a, b)) continue;
      List<Point> line = new ArrayList<>(from(a, first));
      List<Point> rest = new ArrayList<>(from(b, second));
      Collections.reverse(rest);
      line.addAll(rest.subList(1, rest.size()));
      draft.remove(first);
      draft.remove(second);
      draft.join(new RoadDraft.Edge(a, b, line, first.roadClass, first.lanes, first.name));
    }
    draft.removeNodesWithoutStreets();
  }

  private static List<Point> from(RoadDraft.Node node, RoadDraft.Edge edge) {
    if (edge.a == node) return edge.line;
    List<Point> line = new ArrayList<>(edge.line);
    Collections.reverse(line);
    return line;
  }

  private void keepWhatIsConnected() {
    Set<RoadDraft.Node> reached = new HashSet<>();
    List<RoadDraft.Node> open = new ArrayList<>(List.of(draft.nodes().get(0)));
    while (!open.isEmpty()) {
      RoadDraft.Node node = open.remove(open.size() - 1);
      if (reached.add(node)) node.edges.forEach(e -> open.add(e.other(node)));
    }
    for (RoadDraft.Edge edge : draft.edges()) if (!reached.contains(edge.a)) draft.remove(edge);
    draft.removeNodesWithoutStreets();
  }

  private static int weight(RoadDraft.Node node) {
    int weight = node.name != null ? 1_000 : 0;
    for (RoadDraft.Edge edge : node.edges) weight += edge.isCollector() ? 2 : 5;
    return weight;
  }

  private void giveIds() {
    for (RoadDraft.Node node : signalNodes) nodeIds.put(node, Ids.of("J-", nodeIds.size() + 1, 4));
    int number = 0;
    for (RoadDraft.Node node : draft.nodes())
      if (!nodeIds.containsKey(node)) nodeIds.put(node, Ids.of("N-", ++number, 4));
  }

  private void addRoad(RoadDraft.Edge edge) {
    String id = Ids.of("R-", roads.size() + 1, 5);
    roadIds.put(edge, id);
    roads.add(new Road(
        id,
        name(edge),
        Ground.coordinates(facts, Curve.thin(edge.line, 3)),
        String.valueOf(nodeIds.get(edge.a)),
        String.valueOf(nodeIds.get(edge.b)),
        edge.lanes,
        speedMps(edge),
        edge.roadClass,
        false));
  }

  private static Bilingual name(RoadDraft.Edge edge) {
    return edge.name == null ? Bilingual.same("") : edge.name;
  }

  private static double speedMps(RoadDraft.Edge edge) {
    double kmh =
        switch (edge.roadClass) {
          case EXPRESSWAY -> 90;
          case ARTERIAL -> edge.lanes >= 3 ? 60 : 50;
          case COLLECTOR -> 30;
        };
    return Math.rint(kmh * KMH * 10) / 10;
  }

  private void addJunction(RoadDraft.Node node) {
    boolean main = node.edges.stream().anyMatch(e -> e.roadClass != RoadClass.COLLECTOR);
    int legs = node.edges.size();
    junctions.add(new Junction(
        String.valueOf(nodeIds.get(node)),
        node.name == null ? nameByStreets(node) : node.name,
        facts.position(node.at),
        Math.min(legs, 4),
        main ? 140 + 10 * Math.min(legs, 4) : 90 + 10 * Math.min(legs, 4),
        node.edges.stream().map(e -> String.valueOf(roadIds.get(e))).sorted().toList()));
  }

  /** The two most important streets that meet: 경수대로·인계로 12번길. */
  private static Bilingual nameByStreets(RoadDraft.Node node) {
    List<Bilingual> names = node.edges.stream()
        .sorted(Comparator.comparing((RoadDraft.Edge e) -> e.roadClass))
        .map(Streets::name)
        .distinct()
        .limit(2)
        .toList();
    if (names.size() == 1)
      return new Bilingual(names.get(0).ko() + " 교차로", names.get(0).en() + " junction");
    return new Bilingual(
        names.get(0).ko() + "·" + names.get(1).ko(),
        names.get(0).en() + " and " + names.get(1).en());
  }
}

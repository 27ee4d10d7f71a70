package bongsu.ops.city;

import bongsu.core.asset.PlaceNames;
import bongsu.core.text.Bilingual;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names collectors as Korean addresses do: a street straight on is one street, 인계로 12번길. */
final class StreetNames {
  private static final double STRAIGHT_ON_RAD = StrictMath.toRadians(32);

  private final Facts facts;
  private final PlaceNames places;
  private final Map<String, Integer> lastNumbers = new HashMap<>();

  StreetNames(Facts facts) {
    this.facts = facts;
    places = facts.city().placeNames();
  }

  void name(RoadDraft draft) {
    for (RoadDraft.Edge edge : draft.edges()) if (edge.name == null) nameStreet(edge);
  }

  private void nameStreet(RoadDraft.Edge first) {
    List<RoadDraft.Edge> street = new ArrayList<>();
    Deque<RoadDraft.Edge> open = new ArrayDeque<>(List.of(first));
    Bilingual name = nextName(first);
    while (!open.isEmpty()) {
      RoadDraft.Edge edge = open.pop();
      if (edge.name != null) continue;
      edge.name = name;
      street.add(edge);
      addStraightOn(edge, edge.a, open);
      addStraightOn(edge, edge.b, open);
    }
  }

  private static void addStraightOn(
      RoadDraft.Edge edge, RoadDraft.Node node, Deque<RoadDraft.Edge> open) {
    double ahead = edge.directionFrom(node) + StrictMath.PI;
    node.edges.stream()
        .filter(e -> e.name == null && e.isCollector())
        .filter(e -> RoadDraft.angle(ahead, e.directionFrom(node)) < STRAIGHT_ON_RAD)
        .findFirst()
        .ifPresent(open::push);
  }

  private Bilingual nextName(RoadDraft.Edge edge) {
    Point middle = Curve.pointAt(edge.line, Curve.lengthM(edge.line) / 2);
    Bilingual place = places.findNearestName(facts.position(middle)).orElseThrow();
    int number = lastNumbers.merge(place.ko(), 1, Integer::sum);
    String ko = place.ko().substring(0, place.ko().length() - 1) + "로 " + number + "번길";
    String en = place.en().replace("-dong", "-ro ") + number + "beon-gil";
    return new Bilingual(ko, en);
  }
}

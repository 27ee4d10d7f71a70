package bongsu.ops.city;

import bongsu.core.asset.Camera;
import bongsu.core.asset.CameraPurpose;
import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.PlaceNames;
import bongsu.core.asset.RoadClass;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * 13 000 cameras on poles of two to four, shared out by purpose as Suwon's 10 713 were in 2019. Each
 * purpose looks for its poles where such cameras hang.
 */
final class Cameras {
  private static final double APART_M = 32;
  private static final int TRIES_PER_POLE = 2_000;

  private final Facts facts;
  private final Ground ground;
  private final Places places;
  private final Dice dice;
  private final PlaceNames names;
  private final List<RoadDraft.Node> nodes;
  private final List<RoadDraft.Edge> streets;
  private final List<RoadDraft.Edge> mainStreets;
  private final List<Facility> schools;
  private final List<Facility> guarded;
  private final Segments streetLines;
  private final Scatter poles = new Scatter(APART_M);
  private final List<Camera> cameras = new ArrayList<>();
  private int poleCount;
  private int nextNode;

  /** A pole and the direction of the street it stands by, radians counter-clockwise from east. */
  private record Pole(Point at, double alongRad) {}

  Cameras(Facts facts, Ground ground, Streets built, Places places, Dice dice) {
    this.facts = facts;
    this.ground = ground;
    this.places = places;
    this.dice = dice;
    names = facts.city().placeNames();
    nodes = built.draft().nodes().stream().filter(n -> n.edges.size() >= 3).toList();
    streets = built.draft().edges().stream()
        .filter(e -> e.roadClass != RoadClass.EXPRESSWAY)
        .toList();
    mainStreets = built.draft().edges().stream().filter(e -> !e.isCollector()).toList();
    streetLines = built.draft().segments();
    schools = places.facilities().stream()
        .filter(f -> f.facilityType() == FacilityType.SCHOOL)
        .toList();
    guarded = places.facilities().stream()
        .filter(f ->
            f.facilityType() != FacilityType.SCHOOL && f.facilityType() != FacilityType.UNDERPASS)
        .toList();
    shares().forEach(this::hang);
  }

  List<Camera> cameras() {
    return cameras;
  }

  /** DOMAIN's counts of 2019 (7 514, 1 712, 763, 282, 186 and 256 others) times 13 000 / 10 713. */
  private static Map<CameraPurpose, Integer> shares() {
    Map<CameraPurpose, Integer> shares = new EnumMap<>(CameraPurpose.class);
    shares.put(CameraPurpose.UNDERPASS, 60);
    shares.put(CameraPurpose.RIVER, 150);
    shares.put(CameraPurpose.FACILITY, 101);
    shares.put(CameraPurpose.TRAFFIC, 226);
    shares.put(CameraPurpose.PARKING, 342);
    shares.put(CameraPurpose.SCHOOL_ZONE, 926);
    shares.put(CameraPurpose.PARK, 2_077);
    shares.put(CameraPurpose.CRIME_PREVENTION, 9_118);
    return shares;
  }

  private void hang(CameraPurpose purpose, int count) {
    int left = count;
    while (left > 0) {
      int onPole = Math.min(left, 2 + (dice.below(4) + 1) / 2);
      hangOn(findPole(purpose), purpose, onPole);
      left -= onPole;
    }
  }

  private Pole findPole(CameraPurpose purpose) {
    Supplier<Pole> places = where(purpose);
    for (int i = 0; i < TRIES_PER_POLE; i++) {
      Pole pole = places.get();
      if (ground.isInCity(pole.at()) && !ground.isLake(pole.at()) && poles.tryAdd(pole.at()))
        return pole;
    }
    throw new IllegalStateException("no room for another pole: " + purpose);
  }

  private Supplier<Pole> where(CameraPurpose purpose) {
    return switch (purpose) {
      case CRIME_PREVENTION -> this::cornerOrAlley;
      case PARK -> this::inAPark;
      case SCHOOL_ZONE -> this::nearASchool;
      case PARKING -> () -> beside(mainStreets, 9, 14);
      case TRAFFIC -> () -> beside(mainStreets, 12, 18);
      case UNDERPASS -> this::atAnUnderpass;
      case RIVER -> this::byAStream;
      case FACILITY -> this::atAFacility;
    };
  }

  /** Every junction first, then streets and the alleys behind them. */
  private Pole cornerOrAlley() {
    if (nextNode >= nodes.size()) return beside(streets, 6, dice.unit() < 0.4 ? 10 : 80);
    RoadDraft.Node node = nodes.get(nextNode++);
    double street = node.edges.get(0).directionFrom(node);
    return new Pole(node.at.at(street + StrictMath.PI / 4, 13), street);
  }

  private Pole beside(List<RoadDraft.Edge> edges, double leastM, double mostM) {
    RoadDraft.Edge edge = edges.get(dice.below(edges.size()));
    double along = dice.between(15, Math.max(16, Curve.lengthM(edge.line) - 15));
    double rad = Curve.directionAt(edge.line, along);
    double side = rad + (dice.unit() < 0.5 ? 1 : -1) * StrictMath.PI / 2;
    return new Pole(Curve.pointAt(edge.line, along).at(side, dice.between(leastM, mostM)), rad);
  }

  /** Larger parks get more poles, as by area. */
  private Pole inAPark() {
    Spot park = places.parks().get(dice.below(places.parks().size()));
    if (dice.unit() < 0.25) park = facts.parks().get(dice.below(facts.parks().size()));
    double rad = dice.between(0, 2 * StrictMath.PI);
    double away = park.radiusM() * Math.sqrt(dice.unit()) * 0.95;
    return new Pole(facts.point(park).at(rad, away), rad + StrictMath.PI / 2);
  }

  private Pole nearASchool() {
    Point school = facts.point(schools.get(dice.below(schools.size())).position());
    for (int i = 0; i < 40; i++) {
      double rad = dice.between(0, 2 * StrictMath.PI);
      Point p = school.at(rad, dice.between(30, 280));
      double street = streetLines.distanceM(p, 30);
      if (street > 5 && street < 20) return new Pole(p, rad + StrictMath.PI / 2);
    }
    return new Pole(school.at(dice.between(0, 2 * StrictMath.PI), 40), 0);
  }

  private Pole atAnUnderpass() {
    Point p = facts.point(facts.underpasses().get(dice.below(facts.underpasses().size())));
    double rad = dice.between(0, 2 * StrictMath.PI);
    return new Pole(p.at(rad, dice.between(20, 45)), rad);
  }

  private Pole byAStream() {
    List<Point> line = ground.streamLines().get(dice.below(ground.streamLines().size()));
    double along = dice.between(0, Curve.lengthM(line));
    double rad = Curve.directionAt(line, along);
    double side = rad + (dice.unit() < 0.5 ? 1 : -1) * StrictMath.PI / 2;
    return new Pole(Curve.pointAt(line, along).at(side, dice.between(15, 40)), rad);
  }

  private Pole atAFacility() {
    Facility facility = guarded.get(dice.below(guarded.size()));
    double rad = dice.between(0, 2 * StrictMath.PI);
    return new Pole(facts.point(facility.position()).at(rad, dice.between(15, 60)), rad);
  }

  private void hangOn(Pole pole, CameraPurpose purpose, int count) {
    Position at = facts.position(pole.at());
    Bilingual place = names.findNearestName(at).orElseThrow();
    poleCount++;
    for (int i = 0; i < count; i++) {
      String number = Ids.of(" ", poleCount, 4) + "-" + (i + 1);
      double rad = pole.alongRad() + 2 * StrictMath.PI * i / count + dice.between(-0.25, 0.25);
      boolean ptz = i == 0 && dice.unit() < 0.3;
      cameras.add(new Camera(
          Ids.of("CAM-", cameras.size() + 1, 5),
          new Bilingual(
              place.ko() + ' ' + ko(purpose) + number, place.en() + ' ' + en(purpose) + number),
          at,
          purpose,
          compassDeg(rad),
          ptz ? 60 : 55 + dice.below(9) * 5,
          ptz ? 150 : rangeM(purpose),
          ptz));
    }
  }

  private static double compassDeg(double rad) {
    long deg = Math.round(90 - StrictMath.toDegrees(rad)) % 360;
    return deg < 0 ? deg + 360 : deg;
  }

  private double rangeM(CameraPurpose purpose) {
    return switch (purpose) {
      case TRAFFIC, RIVER -> 100 + dice.below(5) * 10;
      case PARK, UNDERPASS -> 60 + dice.below(4) * 10;
      default -> 40 + dice.below(5) * 10;
    };
  }

  private static String ko(CameraPurpose purpose) {
    return switch (purpose) {
      case CRIME_PREVENTION -> "방범";
      case PARK -> "공원";
      case SCHOOL_ZONE -> "스쿨존";
      case PARKING -> "주정차";
      case TRAFFIC -> "도로방범";
      case UNDERPASS -> "지하차도";
      case RIVER -> "하천";
      case FACILITY -> "시설";
    };
  }

  private static String en(CameraPurpose purpose) {
    return switch (purpose) {
      case CRIME_PREVENTION -> "street";
      case PARK -> "park";
      case SCHOOL_ZONE -> "school zone";
      case PARKING -> "parking";
      case TRAFFIC -> "road";
      case UNDERPASS -> "underpass";
      case RIVER -> "river";
      case FACILITY -> "facility";
    };
  }
}

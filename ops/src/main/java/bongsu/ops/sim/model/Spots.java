package bongsu.ops.sim.model;

import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.RoadClass;
import bongsu.core.asset.RoadNetwork;
import bongsu.core.asset.RoadPoint;
import bongsu.core.asset.Zone;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses where things happen: beside streets, more where more people live and meet. */
public final class Spots {
  private static final double NEAR_STATION = 0.3;
  private static final double STATION_SPREAD_M = 280;
  private static final double FROM_ROAD_M = 1_000;

  private final City city;
  private final List<Facility> stations;
  private final double[] upTo;

  /** @param districtShares people of each district by its Korean name; others count by their streets */
  Spots(City city, Map<String, Double> districtShares) {
    this.city = city;
    stations = city.listFacilities(FacilityType.STATION);
    upTo = weights(districtShares);
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  private double[] weights(Map<String, Double> shares) {
    RoadNetwork roads = city.roads();
    String[] districts = new String[roads.edgeCount()];
    double[] weights = new double[roads.edgeCount()];
    Map<String, Double> sums = new HashMap<>();
    for (int e = 0; e < weights.length; e++) {
      districts[e] = districtOf(roads.road(e).position());
      weights[e] = roads.lengthM(e) * liveliness(roads.road(e).roadClass());
      sums.merge(districts[e], weights[e], Double::sum);
    }
    for (int e = 0; e < weights.length; e++) {
      Double share = shares.get(districts[e]);
      if (share != null) weights[e] *= share / sums.getOrDefault(districts[e], 1.0);
      else if (!shares.isEmpty()) weights[e] = 0;
    }
    boolean nowhere = Arrays.stream(weights).sum() == 0;
    if (nowhere) Arrays.fill(weights, 1);
    return weights;
  }

  private static double liveliness(RoadClass roadClass) {
    return switch (roadClass) {
      case EXPRESSWAY -> 0.1;
      case ARTERIAL -> 1;
      case COLLECTOR -> 1.2;
    };
  }

  private String districtOf(Position position) {
    return city.districts().stream()
        .filter(zone -> zone.covers(position))
        .findFirst()
        .map(Zone::name)
        .map(name -> name.ko())
        .orElse("");
  }

  /** Somewhere in the city where people are. */
  public Spot anywhere(Chance chance) {
    if (stations.isEmpty() || !chance.happens(NEAR_STATION)) return onStreet(chance);
    Position station = chance.pick(stations).position();
    return beside(shifted(station, chance, STATION_SPREAD_M), chance);
  }

  private Spot onStreet(Chance chance) {
    int found = Arrays.binarySearch(upTo, chance.unit() * upTo[upTo.length - 1]);
    int edge = Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    double along = chance.unit() * city.roads().lengthM(edge);
    return beside(city.roads().pointOn(edge, along).position(), chance);
  }

  /** Within some metres of a position, normally spread. */
  public Spot near(Position position, double spreadM, Chance chance) {
    return at(shifted(position, chance, spreadM));
  }

  /** A house by the street nearest to the position. */
  private Spot beside(Position position, Chance chance) {
    Position street =
        city.roads().findNearest(position, FROM_ROAD_M).map(RoadPoint::position).orElse(position);
    return near(street, 18, chance);
  }

  /** That very place. */
  public Spot at(Position position) {
    return new Spot(position, addressOf(position));
  }

  private Position shifted(Position p, Chance chance, double spreadM) {
    LocalPlane plane = city.plane();
    double x = plane.xM(p.lonDeg()) + chance.normal() * spreadM;
    double y = plane.yM(p.latDeg()) + chance.normal() * spreadM;
    Position exact = plane.at(x, y);
    return Position.of(rounded(exact.latDeg()), rounded(exact.lonDeg()));
  }

  /** A tenth of a metre: nobody reports more. */
  static double rounded(double deg) {
    return Math.rint(deg * 1e6) / 1e6;
  }

  /** A road address: district, street, number, neighbourhood in brackets. */
  private String addressOf(Position position) {
    Optional<RoadPoint> road = city.roads().findNearest(position, FROM_ROAD_M);
    String street = road.map(
            r -> city.roads().road(r.edge()).name().ko() + " " + (2 * (int) (r.alongM() / 20) + 1))
        .orElse("");
    String quarter = city.places()
        .findNearestName(position)
        .map(name -> "(" + name.ko() + ")")
        .orElse("");
    return String.join(" ", List.of(districtOf(position), street, quarter)).strip();
  }
}

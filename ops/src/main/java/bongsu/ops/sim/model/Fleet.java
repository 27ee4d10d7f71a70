package bongsu.ops.sim.model;

import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.RoadPath;
import bongsu.core.event.UnitPosition.Service;
import bongsu.core.geo.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All vehicles, and which of them is there first. */
final class Fleet {
  private static final double NEAR_ROAD_M = 1_500;
  /** As the crow flies; by road the first of these is nearly always among them. */
  private static final int TRIED_BY_ROAD = 4;

  private final World world;
  private final List<Car> cars;
  private final List<Facility> hospitals;

  private record Way(Car car, double seconds) {}

  Fleet(World world) {
    this.world = world;
    cars = world.city().units().stream().map(unit -> new Car(world, unit)).toList();
    hospitals = world.city().listFacilities(FacilityType.HOSPITAL);
  }

  void begin() {
    cars.forEach(Car::begin);
  }

  /** The free vehicle of that type that is there first by road. */
  Optional<Car> findNearest(String unitType, Position to) {
    return cars.stream()
        .filter(car -> car.isFree() && isOfType(car, unitType))
        .sorted(Comparator.comparingDouble(car -> distanceM(car.position(), to)))
        .limit(TRIED_BY_ROAD)
        .flatMap(car -> wayOf(car, to).stream())
        .min(Comparator.comparingDouble(Way::seconds))
        .map(Way::car);
  }

  private Optional<Way> wayOf(Car car, Position to) {
    Optional<RoadPath> path = world.city().roads().findFastest(car.position(), to, NEAR_ROAD_M);
    return path.map(p -> new Way(car, p.durationS()));
  }

  /** Cities name their units as they like; the service decides for patrol cars and ambulances. */
  private static boolean isOfType(Car car, String unitType) {
    return switch (unitType) {
      case "patrolCar" -> car.unit().service() == Service.POLICE;
      case "ambulance" -> car.unit().service() == Service.EMS;
      default -> car.unit().unitType().equals(unitType);
    };
  }

  Optional<Facility> findNearestHospital(Position from) {
    return hospitals.stream()
        .min(Comparator.comparingDouble(hospital -> distanceM(hospital.position(), from)));
  }

  private double distanceM(Position a, Position b) {
    return world.city().plane().distanceM(a, b);
  }
}

package bongsu.ops.sim.model;

import bongsu.core.asset.Asset;
import bongsu.core.asset.Camera;
import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.Junction;
import bongsu.core.asset.PlaceNames;
import bongsu.core.asset.Road;
import bongsu.core.asset.RoadNetwork;
import bongsu.core.asset.Sensor;
import bongsu.core.asset.Unit;
import bongsu.core.asset.Zone;
import bongsu.core.asset.ZoneType;
import bongsu.core.geo.LocalPlane;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The assets of a city as the simulation uses them; every list in the order of ids. */
public record City(
    RoadNetwork roads,
    List<Camera> cameras,
    List<Sensor> sensors,
    List<Junction> junctions,
    List<Unit> units,
    List<Facility> facilities,
    List<Zone> districts,
    PlaceNames places) {
  /** @param places neighbourhoods, for addresses */
  public static City of(Collection<? extends Asset> assets, List<PlaceNames.Place> places) {
    List<Road> roads = ofKind(assets, Road.class);
    if (roads.isEmpty()) throw new IllegalArgumentException("a city without roads");
    RoadNetwork network = RoadNetwork.of(roads);
    return new City(
        network,
        ofKind(assets, Camera.class),
        ofKind(assets, Sensor.class),
        ofKind(assets, Junction.class),
        ofKind(assets, Unit.class),
        ofKind(assets, Facility.class),
        ofKind(assets, Zone.class).stream()
            .filter(zone -> zone.zoneType() == ZoneType.DISTRICT)
            .toList(),
        new PlaceNames(places, network.plane()));
  }

  private static <T extends Asset> List<T> ofKind(Collection<? extends Asset> all, Class<T> kind) {
    return all.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .sorted(Comparator.comparing(Asset::id))
        .toList();
  }

  public LocalPlane plane() {
    return roads.plane();
  }

  List<Facility> listFacilities(FacilityType type) {
    return facilities.stream().filter(f -> f.facilityType() == type).toList();
  }
}

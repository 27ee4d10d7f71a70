package bongsu.ops.sim.model;

import bongsu.core.asset.Asset;
import bongsu.core.asset.Camera;
import bongsu.core.asset.CameraPurpose;
import bongsu.core.asset.Coordinates;
import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.Junction;
import bongsu.core.asset.PlaceNames;
import bongsu.core.asset.Polygon;
import bongsu.core.asset.Road;
import bongsu.core.asset.RoadClass;
import bongsu.core.asset.Sensor;
import bongsu.core.asset.Unit;
import bongsu.core.asset.Zone;
import bongsu.core.asset.ZoneType;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Quantity;
import bongsu.core.event.UnitPosition.Service;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A small Suwon: a grid of streets of about 600 m with everything a simulation needs. */
public final class SmallCity {
  static final Instant WEDNESDAY = Instant.parse("2026-11-18T00:00:00+09:00");
  private static final int SIZE = 14;
  private static final double SOUTH = 37.235;
  private static final double WEST = 126.955;
  private static final double STEP_LAT = 0.0055;
  private static final double STEP_LON = 0.0068;

  private final List<Asset> assets = new ArrayList<>();

  private SmallCity() {
    for (int row = 0; row < SIZE; row++)
      for (int column = 0; column < SIZE; column++) addCorner(row, column);
    addDistricts();
    addUnits();
    addSensors();
    addFacilities();
  }

  public static City build() {
    PlaceNames.Place place =
        new PlaceNames.Place(new Bilingual("인계동", "Ingye-dong"), Position.of(37.267, 127.029));
    return City.of(new SmallCity().assets, List.of(place));
  }

  public static List<Asset> assets() {
    return List.copyOf(new SmallCity().assets);
  }

  /** A world in that city with the book that ships. */
  public static World world(long seed, Instant start, int rate, Consumer<CityEvent> sink) {
    return new World(
        build(),
        CallBook.load(),
        new World.Settings(seed, start, Feeds.run(start, start), rate),
        sink);
  }

  private static Position at(int row, int column) {
    return Position.of(SOUTH + row * STEP_LAT, WEST + column * STEP_LON);
  }

  private void addCorner(int row, int column) {
    String node = "N-" + row + "-" + column;
    if (row + 1 < SIZE) addRoad(node, row, column, row + 1, column);
    if (column + 1 < SIZE) addRoad(node, row, column, row, column + 1);
    assets.add(new Junction("J" + node, name(node), at(row, column), 4, 120, List.of()));
    for (int i = 0; i < 2; i++)
      assets.add(new Camera(
          "CAM" + node + "-" + i,
          name(node),
          at(row, column),
          CameraPurpose.CRIME_PREVENTION,
          i * 180,
          200,
          150,
          false));
  }

  private void addRoad(String from, int row, int column, int toRow, int toColumn) {
    Position a = at(row, column);
    Position b = at(toRow, toColumn);
    Coordinates line = new Coordinates(
        new double[] {a.lonDeg(), b.lonDeg()}, new double[] {a.latDeg(), b.latDeg()});
    boolean wide = row % 4 == 0 && toRow == row;
    String to = "N-" + toRow + "-" + toColumn;
    assets.add(new Road(
        "R" + from + to,
        new Bilingual("시험로", "Test-ro"),
        line,
        from,
        to,
        wide ? 3 : 1,
        wide ? 16.7 : 11.1,
        wide ? RoadClass.ARTERIAL : RoadClass.COLLECTOR,
        false));
  }

  private void addDistricts() {
    String[] names = {"팔달구", "영통구", "권선구", "장안구"};
    for (int i = 0; i < names.length; i++) {
      int north = i / 2;
      double south = SOUTH - 0.01 + north * 0.046;
      double west = WEST - 0.01 + (i % 2) * 0.054;
      Coordinates ring = new Coordinates(
          new double[] {west, west + 0.054, west + 0.054, west, west},
          new double[] {south, south, south + 0.046, south + 0.046, south});
      assets.add(new Zone(
          "D" + i, name(names[i]), ZoneType.DISTRICT, List.of(new Polygon(List.of(ring)))));
    }
  }

  private void addUnits() {
    addUnits(40, "PATROL", Service.POLICE, "patrolCar");
    addUnits(10, "PUMP", Service.FIRE, "pumper");
    addUnits(3, "RESCUE", Service.FIRE, "rescue");
    addUnits(2, "LADDER", Service.FIRE, "ladder");
    addUnits(2, "CMD", Service.FIRE, "command");
    addUnits(16, "AMB", Service.EMS, "ambulance");
  }

  private void addUnits(int count, String prefix, Service service, String type) {
    for (int i = 0; i < count; i++) {
      String id = String.format(Locale.ROOT, "%s-%02d", prefix, i);
      Position base = at((i * 5 + 1) % SIZE, (i * 3 + 2) % SIZE);
      assets.add(new Unit(id, name(id), base, service, type, null));
    }
  }

  private void addSensors() {
    double[][] underpasses = {
      {37.2935, 126.9830},
      {37.2995, 126.9715},
      {37.2843, 126.9897},
      {37.2520, 127.0030},
      {37.2455, 127.0120},
      {37.2560, 127.0417}
    };
    for (int i = 0; i < underpasses.length; i++)
      addSensor("UP-" + i, underpasses[i], Quantity.WATER_DEPTH_M, 10, null);
    addSensor(
        "WL-1",
        new double[] {37.2572, 127.0166},
        Quantity.WATER_LEVEL_M,
        60,
        new Sensor.Levels(3.0, 4.1));
    for (Quantity quantity : Quantity.values())
      addSensor("S-" + quantity, new double[] {37.27, 127.01}, quantity, 60, null);
  }

  private void addSensor(
      String id, double[] at, Quantity quantity, double periodS, Sensor.Levels levels) {
    Position position = Position.of(at[0], at[1]);
    assets.add(new Sensor(id, name(id), position, quantity, "unit", periodS, levels, null));
  }

  private void addFacilities() {
    addFacility("HOSPITAL-1", 3, 4, FacilityType.HOSPITAL);
    addFacility("HOSPITAL-2", 10, 9, FacilityType.HOSPITAL);
    addFacility("STATION-1", 5, 6, FacilityType.STATION);
  }

  private void addFacility(String id, int row, int column, FacilityType type) {
    assets.add(new Facility(id, name(id), at(row, column), type, null));
  }

  private static Bilingual name(String text) {
    return Bilingual.same(text);
  }
}

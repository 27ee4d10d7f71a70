package bongsu.ops.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.AssetLimits;
import bongsu.core.asset.Camera;
import bongsu.core.asset.CameraPurpose;
import bongsu.core.asset.Facility;
import bongsu.core.asset.Sensor;
import bongsu.core.asset.Unit;
import bongsu.core.asset.Zone;
import bongsu.core.asset.ZoneType;
import bongsu.core.geo.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCityTest {
  private static final List<Asset> CITY = DemoCity.generate();

  private static <T extends Asset> List<T> all(Class<T> type) {
    return CITY.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void itHasTheSizeOfSuwon() {
    Map<AssetKind, Long> counts =
        CITY.stream().collect(Collectors.groupingBy(Asset::kind, Collectors.counting()));
    assertEquals(13_000, counts.get(AssetKind.CAMERA));
    assertEquals(1_100, counts.get(AssetKind.JUNCTION));
    assertEquals(3_000, counts.get(AssetKind.SENSOR));
    assertEquals(4, counts.get(AssetKind.STREAM));
    assertEquals(3, counts.get(AssetKind.RAIL));
    assertEquals(CITY.size(), CITY.stream().map(Asset::id).distinct().count());
  }

  @Test
  void anotherRunGivesTheSameCityToTheLastByte() {
    assertEquals(AssetGeoJson.encodeAll(CITY), AssetGeoJson.encodeAll(DemoCity.generate()));
  }

  @Test
  void itIsImportedWithoutARefusalWithinItsOwnBounds() {
    byte[] json = AssetGeoJson.encodeAll(CITY).getBytes(UTF_8);
    AssetLimits limits = AssetLimits.within(DemoCity.profile().boundingBox());
    AssetGeoJson.Decoded decoded = AssetGeoJson.decode(json, limits);
    assertEquals(List.of(), decoded.rejections());
    assertEquals(CITY, decoded.assets());
  }

  @Test
  void districtsTileTheCity() {
    List<Zone> districts =
        all(Zone.class).stream().filter(z -> z.zoneType() == ZoneType.DISTRICT).toList();
    assertEquals(4, districts.size());
    int shared = 0;
    for (double lat = 37.2205; lat < 37.36; lat += 0.0013)
      for (double lon = 126.9205; lon < 127.1; lon += 0.0013) {
        Position p = Position.of(lat, lon);
        shared += Math.max(0, districts.stream().filter(d -> d.covers(p)).count() - 1);
      }
    assertEquals(0, shared, "no point lies in two districts");
    for (Camera camera : all(Camera.class))
      assertTrue(districts.stream().anyMatch(d -> d.covers(camera.position())), camera.id());
  }

  @Test
  void camerasHangOnPolesOfTwoToFourThatLookApart() {
    Map<Position, List<Camera>> poles =
        all(Camera.class).stream().collect(Collectors.groupingBy(Camera::position));
    assertTrue(poles.size() > 4_000 && poles.size() < 4_600, "poles: " + poles.size());
    poles.values().forEach(pole -> assertTrue(pole.size() <= 4));
    long turned = poles.values().stream()
        .filter(pole -> pole.stream().map(Camera::headingDeg).distinct().count() == pole.size())
        .count();
    assertTrue(turned > 0.99 * poles.size());
    assertEquals(
        9_118,
        all(Camera.class).stream()
            .filter(c -> c.purpose() == CameraPurpose.CRIME_PREVENTION)
            .count());
  }

  @Test
  void riverGaugesHaveTheLevelsTheCitySet() {
    Map<String, Sensor.Levels> levels = all(Sensor.class).stream()
        .filter(s -> s.id().startsWith("WL-"))
        .collect(Collectors.toMap(Sensor::id, s -> s.findLevels().orElseThrow()));
    assertEquals(
        Map.of(
            "WL-1101601", new Sensor.Levels(3.0, 4.1),
            "WL-1101604", new Sensor.Levels(3.3, 5.5),
            "WL-1101605", new Sensor.Levels(4.3, 6.6),
            "WL-1101650", new Sensor.Levels(3.5, 5.6)),
        levels);
  }

  @Test
  void theUnderpassesOfTheFloodHaveADepthSensorAZoneAndCameras() {
    for (String name : List.of("jeongcheon", "yuljeon", "hwasan", "sepyeong", "seryu")) {
      Sensor depth = byId(Sensor.class, "UP-" + name);
      assertEquals(0.15, depth.findLevels().orElseThrow().alert());
      Zone zone = byId(Zone.class, "ZONE-UNDERPASS-" + name.toUpperCase(java.util.Locale.ROOT));
      assertTrue(zone.covers(depth.position()));
      assertTrue(all(Camera.class).stream().anyMatch(c -> zone.covers(c.position())), name);
    }
  }

  @Test
  void everyUnitHasAHomeItStandsAt() {
    for (Unit unit : all(Unit.class))
      assertEquals(byId(Facility.class, String.valueOf(unit.base())).position(), unit.position());
    Set<String> ids = all(Unit.class).stream().map(Unit::id).collect(Collectors.toSet());
    assertTrue(ids.containsAll(Set.of("PUMP-11", "PATROL-07", "AMB-03", "RESCUE-11", "CMD-21")));
  }

  @Test
  void everythingHasAKoreanAndAnEnglishName() {
    for (Asset asset : CITY) {
      assertNotEquals(asset.id(), asset.name().ko());
      assertTrue(asset.name().en().matches("[ -~]+"), asset.id() + ' ' + asset.name());
    }
  }

  @Test
  void aPlaceIsCalledByItsNeighbourhood() {
    assertEquals(
        "인계동",
        DemoCity.profile()
            .placeNames()
            .findNearestName(Position.of(37.2665, 127.0255))
            .orElseThrow()
            .ko());
  }

  @Test
  void itsFilesSayThatTheyAreSchematicAndFitTheirPurpose(@TempDir Path directory)
      throws IOException {
    DemoCity.writeTo(directory.resolve("city"));
    String base = Files.readString(directory.resolve("city/base.geojson"));
    assertTrue(base.startsWith("{\"type\":\"FeatureCollection\",\"schematic\":true"));
    assertTrue(base.length() < 1_500_000, "base map: " + base.length());
    assertTrue(Files.size(directory.resolve("city/assets.geojson")) < 7_000_000);
    AssetGeoJson.Decoded drawn =
        AssetGeoJson.decode(base.getBytes(UTF_8), AssetLimits.within(null));
    assertEquals(
        Stream.of(
                AssetKind.ZONE,
                AssetKind.STREAM,
                AssetKind.RAIL,
                AssetKind.ROAD,
                AssetKind.FACILITY)
            .collect(Collectors.toSet()),
        drawn.assets().stream().map(Asset::kind).collect(Collectors.toSet()));
    CityProfile city = CityProfile.read(Files.newInputStream(directory.resolve("city/city.json")));
    assertEquals(DemoCity.profile(), city);
    assertTrue(city.schematic());
    assertEquals("Asia/Seoul", city.zoneId().getId());
  }

  private static <T extends Asset> T byId(Class<T> type, String id) {
    return all(type).stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }
}

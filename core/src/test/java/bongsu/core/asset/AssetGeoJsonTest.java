package bongsu.core.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Quantity;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetGeoJsonTest {
  private static final BoundingBox SUWON = new BoundingBox(126.9, 37.2, 127.1, 37.4);
  private static final AssetLimits LIMITS = AssetLimits.within(SUWON);
  private static final String CAMERA = """
      {"type":"Feature","id":"CAM-00123","geometry":{"type":"Point","coordinates":[127.02,37.26]},
       "properties":{"kind":"camera","name":"인계 1","nameEn":"Ingye 1","purpose":"crimePrevention",
       "headingDeg":90,"fovDeg":60,"rangeM":80,"ptz":true}}""";

  @Test
  void decodesACameraAsTheInterfaceDocumentsIt() {
    assertEquals(
        List.of(new Camera(
            "CAM-00123",
            new Bilingual("인계 1", "Ingye 1"),
            Position.of(37.26, 127.02),
            CameraPurpose.CRIME_PREVENTION,
            90,
            60,
            80,
            true)),
        decode(CAMERA).assets());
  }

  @Test
  void whatIsEncodedDecodesToTheSameAssets() {
    List<Asset> assets = oneOfEachKind();
    String json = AssetGeoJson.encodeAll(assets, Map.of("schematic", true));
    assertTrue(json.startsWith("{\"type\":\"FeatureCollection\",\"schematic\":true,"), json);
    AssetGeoJson.Decoded decoded = decode(json);
    assertEquals(List.of(), decoded.rejections());
    assertEquals(assets, decoded.assets());
  }

  @Test
  void anAssetWithoutNameIsCalledByItsId() {
    Asset asset =
        decode(CAMERA.replaceAll("\"name.*nameEn\":\"Ingye 1\",", "")).assets().get(0);
    assertEquals(Bilingual.same("CAM-00123"), asset.name());
    assertTrue(!AssetGeoJson.encode(asset).contains("\"name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[127.02,37.26] | [37.26,127.02] | geometry | looks like [lat, lon]",
        "[127.02,37.26] | [126.5,37.26] | geometry | lies outside the city's area",
        "[127.02,37.26] | [127.02,1e999] | geometry | finite",
        "[127.02,37.26] | [127.02] | geometry | [lon, lat]",
        "\"Point\" | \"LineString\" | geometry.type | must be Point for this kind",
        "\"camera\" | \"balloon\" | properties.kind | camera, sensor, junction, unit",
        "\"crimePrevention\" | \"art\" | properties.purpose | crimePrevention, park, schoolZone",
        "\"headingDeg\":90 | \"headingDeg\":360 | properties.headingDeg | must be within 0..",
        "\"headingDeg\":90 | \"headingDeg\":\"N\" | properties.headingDeg | must be a number",
        "\"fovDeg\":60, | '' | properties.fovDeg | is required",
        "CAM-00123 | 카메라 | id | A-Z a-z 0-9",
        "\"id\":\"CAM-00123\", | '' | id | is required",
        "\"Feature\" | \"Thing\" | type | must be Feature or FeatureCollection",
      })
  void aRejectionNamesTheFieldAndTheReason(String good, String bad, String field, String reason) {
    AssetGeoJson.Decoded decoded = decode(CAMERA.replace(good, bad));
    assertEquals(List.of(), decoded.assets());
    assertEquals(1, decoded.rejections().size());
    assertEquals(field, decoded.rejections().get(0).field());
    assertTrue(decoded.rejections().get(0).reason().contains(reason), decoded.toString());
  }

  @Test
  void swappedAxesAreNoticedWithoutAKnownArea() {
    byte[] swapped = CAMERA.replace("[127.02,37.26]", "[37.26,127.02]").getBytes(UTF_8);
    AssetGeoJson.Decoded decoded = AssetGeoJson.decode(swapped, AssetLimits.within(null));
    assertTrue(decoded.rejections().get(0).reason().contains("write [127.02, 37.26]"));
  }

  @Test
  void aRingThatDoesNotCloseIsRefused() {
    String zone = AssetGeoJson.encode(park()).replace("[127.0,37.2]]]", "[127.0,37.21]]]");
    assertTrue(decode(zone).rejections().get(0).reason().contains("not closed"));
  }

  @Test
  void oneBadFeatureDoesNotStopTheOthersAndAnIdCountsOnce() {
    String other = CAMERA.replace("CAM-00123", "CAM-00124");
    String bad = CAMERA.replace("camera", "balloon");
    AssetGeoJson.Decoded decoded =
        decode("{\"features\":[%s,%s,%s,%s],\"type\":\"FeatureCollection\"}"
            .formatted(CAMERA, bad, other, CAMERA));
    assertEquals(
        List.of("CAM-00123", "CAM-00124"),
        decoded.assets().stream().map(Asset::id).toList());
    assertEquals(
        List.of("1 properties.kind", "3 id"),
        decoded.rejections().stream().map(r -> r.index() + " " + r.field()).toList());
  }

  @Test
  void aTruncatedDocumentIsRefusedAsAWhole() {
    String all = AssetGeoJson.encodeAll(oneOfEachKind());
    AssetGeoJson.Decoded decoded = decode(all.substring(0, all.length() / 2));
    assertEquals(List.of(), decoded.assets());
    assertEquals(-1, decoded.rejections().get(0).index());
  }

  @Test
  void theCallersLimitsHold() {
    byte[] json = AssetGeoJson.encodeAll(oneOfEachKind()).getBytes(UTF_8);
    assertEquals("must be at most 100 bytes", reason(json, new AssetLimits(100, 100, 100, SUWON)));
    assertEquals("must be at most 3", reason(json, new AssetLimits(100_000, 3, 100, SUWON)));
    assertEquals(
        "must have at most 3 positions", reason(json, new AssetLimits(100_000, 100, 3, SUWON)));
  }

  @Test
  void deepNestingIsRefused() {
    assertEquals(-1, decode("[".repeat(100_000)).rejections().get(0).index());
    AssetGeoJson.Decoded decoded = decode("{\"x\":" + "[".repeat(100_000));
    assertTrue(decoded.rejections().get(0).reason().contains("depth"), decoded.toString());
  }

  private static String reason(byte[] json, AssetLimits limits) {
    return AssetGeoJson.decode(json, limits).rejections().get(0).reason();
  }

  private static AssetGeoJson.Decoded decode(String json) {
    return AssetGeoJson.decode(json.getBytes(UTF_8), LIMITS);
  }

  private static Zone park() {
    double[] lon = {127, 127.05, 127.05, 127};
    double[] lat = {37.2, 37.2, 37.25, 37.2};
    Polygon polygon = new Polygon(List.of(new Coordinates(lon, lat)));
    return new Zone("Z-1", new Bilingual("공원", "Park"), ZoneType.PARK, List.of(polygon));
  }

  private static List<Asset> oneOfEachKind() {
    Position at = Position.of(37.2636, 127.0286);
    Bilingual name = new Bilingual("이름 \"가\"", "Name");
    Coordinates line = new Coordinates(new double[] {127, 127.01}, new double[] {37.3, 37.31});
    Polygon polygon = park().polygons().get(0);
    return List.of(
        new Camera("C-1", name, at, CameraPurpose.RIVER, 12.5, 90, 100, false),
        new Sensor(
            "S-1", name, at, Quantity.WATER_LEVEL_M, "m", 60, new Sensor.Levels(3.3, 5.5), "다리"),
        new Sensor("S-2", Bilingual.same("S-2"), at, Quantity.PM10_UGM3, "µg/m³", 0.5, null, null),
        new Junction("J-1", name, at, 4, 120, List.of("R-1", "R-2")),
        new Unit("PUMP-11", name, at, UnitPosition.Service.FIRE, "pumper", "F-1"),
        new Unit("PATROL-07", name, at, UnitPosition.Service.POLICE, "patrolCar", null),
        new Facility("F-1", name, at, FacilityType.FIRE_STATION, "GU-1"),
        park(),
        new Zone("Z-2", name, ZoneType.RIVERSIDE, List.of(polygon, polygon)),
        new Road(
            "R-1", Bilingual.same("R-1"), line, "N-1", "N-2", 2, 13.9, RoadClass.ARTERIAL, true),
        new bongsu.core.asset.Stream("ST-1", name, line),
        new Rail("RL-1", name, line, "수인분당선"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"R-1\"", "{\"a\":\"R-1\"}", "[5]", "[\"R-1\\\"],[\"]", "[\"\"]"})
  void edgesThatAreNoListOfIdsAreRefused(String edges) {
    String junction = """
        {"type":"Feature","id":"J-1","geometry":{"type":"Point","coordinates":[127.02,37.26]},
         "properties":{"kind":"junction","phases":4,"cycleS":120,"edges":%s}}""".formatted(edges);
    assertEquals("properties.edges", decode(junction).rejections().get(0).field());
  }
}

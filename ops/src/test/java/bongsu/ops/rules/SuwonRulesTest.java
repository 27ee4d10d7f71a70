package bongsu.ops.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.Judgement.AlarmCleared;
import bongsu.rules.judge.Judgement.AlarmRaised;
import bongsu.rules.judge.Rule;
import bongsu.rules.judge.RuleFileException;
import bongsu.rules.judge.RuleLoader;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.ShardJudge;
import bongsu.rules.judge.Thing;
import bongsu.rules.judge.ZoneShape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each shipped rule raises on a fitting event and stays quiet just below. */
class SuwonRulesTest {
  private static final Instant START = Instant.parse("2026-08-06T00:00:00Z");
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));
  private static final RuleSet RULES = load();
  private static final Set<String> TRIED = new HashSet<>();

  private final ShardJudge shard = new ShardJudge(RULES, new Suwon(), PLANE);
  private final CityJudge city = new CityJudge(RULES, new Suwon(), PLANE);
  private final List<AlarmRaised> raised = new ArrayList<>();
  private final List<AlarmCleared> cleared = new ArrayList<>();

  private static RuleSet load() {
    try {
      Path folder = Path.of(SuwonRulesTest.class.getResource("/rules/suwon").toURI());
      Map<String, String> files = new TreeMap<>();
      try (Stream<Path> list = Files.list(folder).filter(f -> f.toString().endsWith(".yaml"))) {
        for (Path file : list.toList())
          files.put(file.getFileName().toString(), Files.readString(file));
      }
      return RuleLoader.load(files);
    } catch (IOException | URISyntaxException | RuleFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Few things: a gauge, an underpass, a school, a district, cameras. */
  private static final class Suwon implements AssetView {
    private final List<Thing> things = List.of(
        thing("S-1", "sensor", "", "원천리천 백년교", 0, 0, Map.of("attention", 3.3, "alert", 5.5)),
        thing("CAM-1", "camera", "underpass", "화산지하차도", 0, 0, Map.of()),
        thing("CAM-2", "camera", "schoolZone", "인계초교앞", 0, 0, Map.of()),
        thing("J-1", "junction", "", "동수원사거리", 0, 0, Map.of()),
        thing("SCH-1", "facility", "school", "인계초등학교", 1000, 0, Map.of()));

    private static Thing thing(
        String id,
        String kind,
        String type,
        String ko,
        double xM,
        double yM,
        Map<String, Double> levels) {
      return new Thing(id, kind, type, new Bilingual(ko, id), PLANE.at(xM, yM), levels);
    }

    @Override
    public Optional<Thing> find(String assetId) {
      return things.stream().filter(thing -> thing.id().equals(assetId)).findFirst();
    }

    @Override
    public Collection<Thing> listThings() {
      return things;
    }

    @Override
    public List<ZoneShape> listZones() {
      double[][] ring = {
        corner(-3000, -3000),
        corner(3000, -3000),
        corner(3000, 3000),
        corner(-3000, 3000),
        corner(-3000, -3000)
      };
      Bilingual name = new Bilingual("팔달구", "Paldal-gu");
      return List.of(new ZoneShape("paldal", "district", name, List.of(List.<double[][]>of(ring))));
    }

    private static double[] corner(double xM, double yM) {
      Position p = PLANE.at(xM, yM);
      return new double[] {p.lonDeg(), p.latDeg()};
    }
  }

  private void on(CityEvent event) {
    for (Judgement judgement : shard.on(event)) {
      keep(judgement);
      if (judgement instanceof Judgement.Selected) city.on(event).forEach(this::keep);
    }
  }

  private void keep(Judgement judgement) {
    if (judgement instanceof AlarmRaised alarm) raised.add(alarm);
    if (judgement instanceof AlarmCleared clear) cleared.add(clear);
  }

  private static Origin at(double s) {
    return Origin.of("test", "e@" + s, START.plusMillis(Math.round(s * 1000)));
  }

  private void feels(String quantity, double value, double fromS, double holdS) {
    Quantity measured = Stream.of(Quantity.values())
        .filter(q -> bongsu.core.wire.WireEnum.wordOf(q).equals(quantity))
        .findFirst()
        .orElseThrow();
    for (int i = 0; i < 3; i++)
      on(new SensorReading(at(fromS + i * holdS / 2), "S-1", measured, value, null));
  }

  private Optional<AlarmRaised> by(String ruleId) {
    TRIED.add(ruleId);
    return raised.stream().filter(r -> r.alarm().ruleId().equals(ruleId)).findFirst();
  }

  private void assertRaised(String ruleId, String ko) {
    AlarmRaised alarm =
        by(ruleId).orElseThrow(() -> new AssertionError(ruleId + " was not raised"));
    assertEquals(ko, alarm.alarm().message().ko());
    assertTrue(
        !alarm.alarm().message().en().contains("–"), alarm.alarm().message().en());
  }

  private void assertQuiet(String ruleId) {
    assertEquals(Optional.empty(), by(ruleId));
  }

  @ParameterizedTest
  @CsvSource({
    "river-attention, waterLevelM, 3.29, 3.42, 0, 원천리천 백년교 3.42 m (관심 3.3 m 이상)",
    "river-alert, waterLevelM, 5.49, 5.5, 0, 원천리천 백년교 5.5 m (경계 5.5 m 이상)",
    "underpass-attention, waterDepthM, 0.049, 0.05, 0, 원천리천 백년교 0.05 m (관심 0.05 m 이상)",
    "underpass-alert, waterDepthM, 0.149, 0.17, 0, '원천리천 백년교 0.17 m, 진입 차단 (기준 0.15 m)'",
    "landslide-watch, soilMoisturePct, 79.9, 80, 0, 원천리천 백년교 80% (산사태 주의보 80%)",
    "landslide-warning, soilMoisturePct, 99, 100, 0, 원천리천 백년교 100% (산사태 경보 100%)",
    "rain-3h-advisory, rain3hMm, 59.9, 60, 0, 원천리천 백년교 60 mm (호우주의보 60 mm 이상)",
    "rain-3h-warning, rain3hMm, 89.9, 90, 0, 원천리천 백년교 90 mm (호우경보 90 mm 이상)",
    "rain-1h-intense, rain1hMm, 49, 50, 0, 원천리천 백년교 50 mm (극한호우 기준 50 mm 이상)",
    "rain-1h-extreme, rain1hMm, 71.9, 72, 0, 원천리천 백년교 72 mm (극한호우 72 mm 이상)",
    "wind-advisory, windMps, 13.9, 14, 0, 원천리천 백년교 14 m/s (강풍주의보 14 m/s 이상)",
    "wind-warning, windMps, 20.9, 21, 0, 원천리천 백년교 21 m/s (강풍경보 21 m/s 이상)",
    "gust-advisory, gustMps, 19.9, 20, 0, 원천리천 백년교 20 m/s (강풍주의보 20 m/s 이상)",
    "gust-warning, gustMps, 25.9, 26, 0, 원천리천 백년교 26 m/s (강풍경보 26 m/s 이상)",
    "snow-advisory, snowCm, 4.9, 5, 0, 원천리천 백년교 5 cm (대설주의보 5 cm 이상)",
    "snow-warning, snowCm, 19.9, 20, 0, 원천리천 백년교 20 cm (대설경보 20 cm 이상)",
    "pm10-advisory, pm10Ugm3, 149, 150, 7200, '원천리천 백년교 150 µg/m³ (주의보, 2시간 150 µg/m³ 이상)'",
    "pm10-warning, pm10Ugm3, 299, 300, 7200, '원천리천 백년교 300 µg/m³ (경보, 2시간 300 µg/m³ 이상)'",
    "dust-warning, pm10Ugm3, 799, 800, 7200, '원천리천 백년교 800 µg/m³ (황사경보, 2시간 800 µg/m³ 이상)'",
    "pm25-advisory, pm25Ugm3, 74, 75, 7200, '원천리천 백년교 75 µg/m³ (주의보, 2시간 75 µg/m³ 이상)'",
    "pm25-warning, pm25Ugm3, 149, 150, 7200, '원천리천 백년교 150 µg/m³ (경보, 2시간 150 µg/m³ 이상)'",
    "ozone-advisory, o3Ppm, 0.119, 0.12, 0, 원천리천 백년교 0.12 ppm (주의보 0.12 ppm 이상)",
    "ozone-warning, o3Ppm, 0.29, 0.3, 0, 원천리천 백년교 0.3 ppm (경보 0.3 ppm 이상)",
    "ozone-grave, o3Ppm, 0.49, 0.5, 0, 원천리천 백년교 0.5 ppm (중대경보 0.5 ppm 이상)",
    "gas-co, coPpm, 29, 30, 0, 원천리천 백년교 30 ppm (기준 30 ppm 이상)",
    "gas-h2s, h2sPpm, 9.9, 10, 0, 원천리천 백년교 10 ppm (기준 10 ppm 이상)",
    "gas-co2, co2Pct, 1.49, 1.5, 0, 원천리천 백년교 1.5% (기준 1.5% 이상)",
    "gas-flammable, lelPct, 24, 25, 0, 원천리천 백년교 폭발하한의 25% (기준 25% 이상)",
    "gas-oxygen-low, o2Pct, 18, 17.9, 0, 원천리천 백년교 17.9% (안전 18% 미만)",
    "gas-oxygen-high, o2Pct, 23.5, 23.6, 0, 원천리천 백년교 23.6% (안전 23.5% 초과)",
    "fire-smoke, smokePct, 9.9, 10, 20, 원천리천 백년교 10% (기준 10% 이상)",
    "fire-heat, temperatureC, 69.9, 70, 0, 원천리천 백년교 70 ℃ (화재 감지 70 ℃ 이상)"
  })
  void aSensorRaisesFromItsLevelOn(
      String ruleId, String quantity, double below, double beyond, double holdS, String ko) {
    feels(quantity, below, 0, holdS);
    assertQuiet(ruleId);
    feels(quantity, beyond, 10_000, holdS);
    assertRaised(ruleId, ko);
  }

  @Test
  void dustMustLastTwoHours() {
    feels("pm10Ugm3", 500, 0, 7199);
    assertQuiet("pm10-advisory");
  }

  @Test
  void aRiverThatRisesHalfAMetreInTenMinutesIsNoted() {
    for (int minute = 0; minute <= 5; minute++)
      on(new SensorReading(
          at(minute * 120), "S-1", Quantity.WATER_LEVEL_M, 1 + minute * 0.09, null));
    assertQuiet("river-rising");
    on(new SensorReading(at(660), "S-1", Quantity.WATER_LEVEL_M, 1.62, null));
    assertRaised("river-rising", "원천리천 백년교 1.62 m, 10분에 +0.53 m (기준 +0.5 m)");
  }

  private void sees(double s, String cameraId, String kind, double confidence, Integer count) {
    CameraEvent.Kind seen = Stream.of(CameraEvent.Kind.values())
        .filter(k -> bongsu.core.wire.WireEnum.wordOf(k).equals(kind))
        .findFirst()
        .orElseThrow();
    on(new CameraEvent(at(s), cameraId, seen, confidence, null, count, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "camera-fire, fire, 0.7, 불꽃 감지",
    "camera-smoke, smoke, 0.7, 연기 감지",
    "camera-arson, arson, 0.7, 방화 의심",
    "camera-drowning, drowning, 0.7, 익수자 감지",
    "camera-fall, fall, 0.8, 쓰러짐 감지",
    "camera-fight, fight, 0.8, 싸움 감지",
    "camera-intrusion, intrusion, 0.85, 침입 감지",
    "camera-missing-person, missingPerson, 0.8, 실종자 유사 인물",
    "camera-abandonment, abandonment, 0.85, 유기물 감지",
    "camera-flooding, flooding, 0.7, 도로·하천 침수",
    "camera-wrong-way, wrongWay, 0.8, 역주행 차량",
    "camera-blind, tamper, 0.5, 가림 또는 신호 끊김"
  })
  void aCameraRaisesWhenItIsSureEnough(String ruleId, String kind, double sure, String what) {
    sees(0, "CAM-1", kind, sure - 0.01, null);
    assertQuiet(ruleId);
    sees(1, "CAM-1", kind, sure, null);
    sees(2, "CAM-1", kind, 1, null);
    assertRaised(ruleId, "화산지하차도 카메라: " + what + " (신뢰도 " + Math.round(sure * 100) + "%)");
    assertEquals(1, raised.size());
  }

  @Test
  void loiteringMattersInASchoolZoneOnly() {
    sees(0, "CAM-1", "loitering", 1, null);
    assertQuiet("camera-loitering-school");
    sees(1, "CAM-2", "loitering", 0.9, null);
    assertRaised("camera-loitering-school", "인계초교앞 카메라: 어린이보호구역 배회 (신뢰도 90%)");
  }

  @Test
  void aCrowdIsRaisedByItsCount() {
    sees(0, "CAM-1", "crowd", 0.79, 900);
    sees(1, "CAM-1", "crowd", 0.9, 299);
    sees(2, "CAM-1", "crowd", 0.9, null);
    assertQuiet("camera-crowd");
    sees(3, "CAM-1", "crowd", 0.9, 312);
    assertRaised("camera-crowd", "화산지하차도 카메라: 군중 312명 (기준 300명)");
  }

  @ParameterizedTest
  @CsvSource({
    "junction-conflict, CONFLICT, 0, 현시 충돌",
    "junction-dark, DARK, 0, 소등",
    "junction-flash, FLASH, 0, 점멸",
    "junction-all-red, ALL_RED, 120, 전적색 2분 이상"
  })
  void aJunctionRaisesAndRecovers(
      String ruleId, SignalStatus.Mode mode, double holdS, String what) {
    on(new SignalStatus(at(0), "J-1", SignalStatus.Mode.ACTUATED, 1));
    assertQuiet(ruleId);
    on(new SignalStatus(at(1), "J-1", mode, 1));
    on(new SignalStatus(at(1 + holdS), "J-1", mode, 1));
    assertRaised(ruleId, "동수원사거리 신호기 " + what);
    on(new SignalStatus(at(200), "J-1", SignalStatus.Mode.NORMAL, 1));
    assertEquals("동수원사거리 신호기 정상 복구", cleared.get(0).message().ko());
  }

  @ParameterizedTest
  @CsvSource({"device-fault, FAULT, 장비 장애", "device-offline, OFFLINE, 장비 연결 끊김"})
  void aDeviceRaises(String ruleId, DeviceStatus.Status status, String what) {
    on(new DeviceStatus(at(0), "CAM-1", DeviceStatus.Status.DEGRADED, null));
    assertQuiet(ruleId);
    on(new DeviceStatus(at(1), "CAM-1", status, null));
    assertRaised(ruleId, "화산지하차도 " + what);
  }

  private void drives(
      double s, UnitPosition.Service service, double xM, double yM, double speedMps) {
    on(new UnitPosition(
        at(s),
        "U-1",
        service,
        PLANE.at(xM, yM),
        speedMps,
        null,
        UnitPosition.Status.EN_ROUTE,
        null));
  }

  @Test
  void aUnitThatLeavesTheCityIsNoted() {
    drives(0, UnitPosition.Service.EMS, 0, 0, 10);
    drives(1, UnitPosition.Service.EMS, 3099, 0, 10);
    assertQuiet("unit-left-city");
    drives(2, UnitPosition.Service.EMS, 3102, 0, 10);
    assertRaised("unit-left-city", "U-1 관할 구역 이탈");
    drives(3, UnitPosition.Service.EMS, 2900, 0, 10);
    assertEquals("U-1 관할 구역 복귀 (팔달구)", cleared.get(0).message().ko());
  }

  @Test
  void aUnitIsWarnedOfAFloodedUnderpass() {
    on(new SensorReading(at(0), "S-1", Quantity.WATER_DEPTH_M, 0.14, null));
    drives(1, UnitPosition.Service.EMS, 100, 0, 10);
    assertQuiet("unit-near-flooded-underpass");
    on(new SensorReading(at(2), "S-1", Quantity.WATER_DEPTH_M, 0.15, null));
    assertRaised("unit-near-flooded-underpass", "U-1 전방 100 m 침수, 우회 필요 (원천리천 백년교)");
  }

  @Test
  void aPursuitNearASchoolIsNoted() {
    drives(0, UnitPosition.Service.POLICE, 900, 0, 21.9);
    drives(1, UnitPosition.Service.FIRE, 900, 50, 25);
    assertQuiet("pursuit-near-school");
    drives(40, UnitPosition.Service.POLICE, 900, 0, 25);
    assertRaised("pursuit-near-school", "U-1 90 km/h, 인계초등학교 100 m 근접");
  }

  /** A jar has no folders, so what is not in the list is not shipped. */
  @Test
  void everyRuleFileIsInTheList() throws IOException, URISyntaxException {
    Path folder = Path.of(SuwonRulesTest.class.getResource("/rules/suwon").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
      assertEquals(names, Files.readAllLines(folder.resolve("files.txt")));
    }
  }

  @AfterAll
  static void everyShippedRuleWasTried() {
    Set<String> untried = new HashSet<>();
    for (Rule rule : RULES.listRules()) untried.add(rule.head().id());
    untried.removeAll(TRIED);
    assertEquals(Set.of(), untried);
  }
}

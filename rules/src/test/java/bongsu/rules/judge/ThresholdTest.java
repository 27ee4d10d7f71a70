package bongsu.rules.judge;

import static bongsu.rules.judge.Given.level;
import static bongsu.rules.judge.Given.saw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.text.Bilingual;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdTest {
  private static final String LEVEL = "on: { event: SensorReading, quantity: waterLevelM }\n";

  private static Judged judging(String body) {
    return new Judged(Given.rule("river", "threshold", LEVEL + body));
  }

  @Test
  void raisesOnceAndClearsOnce() {
    Judged judged = judging("atLeast: 3.3\nclear: 3.2");
    assertEquals(
        "- raised - - cleared -",
        judged.on(List.of(
            level(0, 3.29),
            level(1, 3.3),
            level(2, 4),
            level(3, 3.2),
            level(4, 3.19),
            level(5, 3.1))));
    assertEquals(judged.lastAlarm().alarmId(), judged.lastCleared().alarmId());
  }

  @Test
  void aReadingIsToldAsFinelyAsItsQuantityDeserves() {
    assertEquals("17.6", Numbers.reading(Quantity.SOIL_MOISTURE_PCT, 17.638));
    assertEquals("3.42", Numbers.reading(Quantity.WATER_LEVEL_M, 3.4249));
    assertEquals("150", Numbers.reading(Quantity.PM10_UGM3, 149.6));
    assertEquals("60", Numbers.reading(Quantity.RAIN1H_MM, 60.0));
    assertEquals("0.123", Numbers.reading(Quantity.O3_PPM, 0.1234));
    assertEquals("0", Numbers.reading(Quantity.TEMPERATURE_C, -0.04));
  }

  @Test
  void betweenClearAndRaiseNothingChanges() {
    Judged judged = judging("atLeast: 3.3\nclearMargin: 0.2");
    assertEquals(
        "raised - - - cleared - raised",
        judged.on(List.of(
            level(0, 3.4),
            level(1, 3.2),
            level(2, 3.3),
            level(3, 3.1000001),
            level(4, 3.09),
            level(5, 3.2),
            level(6, 3.3))));
  }

  @Test
  void belowRaisesOnTheOtherSide() {
    Judged judged = judging("below: 18\nclear: 19");
    assertEquals(
        "- raised - cleared",
        judged.on(List.of(level(0, 18), level(1, 17.9), level(2, 18.5), level(3, 19))));
  }

  @Test
  void aboveAndAtMostTakeTheLevelAsTheyShould() {
    assertEquals("- raised", judging("above: 3").on(List.of(level(0, 3), level(1, 3.001))));
    assertEquals("- raised", judging("atMost: 3").on(List.of(level(0, 3.001), level(1, 3))));
  }

  @Test
  void raisesOnlyWhenBeyondForTheWholeHold() {
    Judged judged = judging("atLeast: 3\nholdS: 60");
    assertEquals(
        "- - - - - raised -",
        judged.on(List.of(
            level(0, 4),
            level(59, 4),
            level(60, 2),
            level(70, 4),
            level(129, 4),
            level(130, 4),
            level(131, 4))));
  }

  @Test
  void twoReadingsTooFarApartProveNothing() {
    Judged judged = judging("atLeast: 3\nholdS: 60\nmaxGapS: 30");
    assertEquals(
        "- - - raised", judged.on(List.of(level(0, 4), level(61, 4), level(91, 4), level(121, 4))));
  }

  @Test
  void aSensorSlowerThanTheHoldIsHeldByItsSecondReading() {
    assertEquals(
        "- raised", judging("atLeast: 3\nholdS: 20").on(List.of(level(0, 4), level(30, 4))));
    assertEquals("- -", judging("atLeast: 3\nholdS: 20").on(List.of(level(0, 4), level(3601, 4))));
  }

  @Test
  void theIdComesFromTheEventThatBeganIt() {
    Judged one = judging("atLeast: 3\nholdS: 10");
    one.on(List.of(level(0, 4), level(10, 4)));
    Judged other = judging("atLeast: 3\nholdS: 10");
    other.on(List.of(level(0, 4), level(5, 4), level(10, 5)));
    assertEquals(one.lastAlarm().alarmId(), other.lastAlarm().alarmId());
    assertEquals(32, one.lastAlarm().alarmId().length());
    assertEquals("WL-1@10.0", one.lastAlarm().cause().eventId());
  }

  @Test
  void oneWildReadingDoesNotMoveTheMedian() {
    Judged judged = judging("atLeast: 3\nmedianOf: 3");
    assertEquals(
        "- - - - - raised - - cleared",
        judged.on(List.of(
            level(0, 9),
            level(1, 1),
            level(2, 1),
            level(3, 9),
            level(4, 1),
            level(5, 9),
            level(6, 9),
            level(7, 1),
            level(8, 1))));
    assertEquals(
        "- raised", judging("below: 3\nmedianOf: 3").on(List.of(level(0, 1), level(1, 2))));
  }

  @Test
  void judgesTheChangeOverATime() {
    Judged judged = judging("atLeast: 0.5\noverS: 600\nclear: 0.1");
    List<SensorReading> rising = IntStream.range(0, 12)
        .mapToObj(i -> level(i * 120, 1 + Math.min(i, 6) * 0.1001))
        .toList();
    assertEquals("- - - - - raised - - - - - cleared", judged.on(rising));
  }

  @Test
  void oneRuleUsesEachGaugesOwnLevel() {
    TestCity city = new TestCity()
        .with("WL-1", "sensor", "waterLevelM", "백년교", 0, 0, Map.of("attention", 3.3))
        .with("WL-2", "sensor", "waterLevelM", "화산교", 9, 9, Map.of("attention", 4.3));
    Judged judged = new Judged(
        Given.rule("river", "threshold", LEVEL + "atLeast: asset.levels.attention"), city);
    assertEquals("raised", judged.on(level(0, 3.5)));
    assertEquals("", judged.on(Given.reading(0, "WL-2", Quantity.WATER_LEVEL_M, 3.5)));
    assertEquals("raised", judged.on(Given.reading(1, "WL-2", Quantity.WATER_LEVEL_M, 4.5)));
    assertEquals("", judged.on(Given.reading(1, "WL-3", Quantity.WATER_LEVEL_M, 99)));
  }

  @Test
  void otherQuantitiesAndOtherSensorsAreNotItsBusiness() {
    Judged judged = new Judged(Given.rule(
        "river",
        "threshold",
        "on: { event: SensorReading, quantity: waterLevelM, sensorIds: [WL-1] }\natLeast: 3"));
    assertEquals("", judged.on(Given.reading(0, "WL-1", Quantity.RAIN1H_MM, 99)));
    assertEquals("", judged.on(Given.reading(0, "WL-2", Quantity.WATER_LEVEL_M, 99)));
    assertEquals("raised", judged.on(level(0, 99)));
  }

  @Test
  void anOlderReadingChangesNothing() {
    Judged judged = judging("atLeast: 3");
    assertEquals(
        "raised - cleared - raised",
        judged.on(List.of(level(10, 4), level(5, 1), level(20, 1), level(15, 4), level(21, 4))));
  }

  @Test
  void aLateReadingOfAThingAtRestStillRaises() {
    Judged judged = judging("atLeast: 3");
    assertEquals("- raised cleared", judged.on(List.of(level(10, 1), level(9, 4), level(11, 1))));
  }

  @Test
  void anExerciseDoesNotHideWhatReallyHappens() {
    Judged judged = judging("atLeast: 3");
    SensorReading drill = new SensorReading(
        new Origin("test", "drill", Given.START, true), "WL-1", Quantity.WATER_LEVEL_M, 9, null);
    assertEquals("raised raised", judged.on(List.of(drill, level(1, 4))));
  }

  @Test
  void theMessageSaysTheThingTheNumberAndTheLimit() {
    TestCity city = new TestCity().with("WL-1", "sensor", "waterLevelM", "원천리천 백년교", 0, 0);
    RuleSet rules = Given.rules("""
        rules:
          - id: river
            version: 3
            kind: threshold
            severity: 3
            incidentKind: flood
            on: { event: SensorReading, quantity: waterLevelM }
            atLeast: 3.3
            message:
              ko: "{place} 수위 {value} {unit} (관심 {limit} {unit} 초과)"
              en: "{place} level {value} {unit} (attention {limit} {unit})"
        """);
    Judged judged = new Judged(rules, city);
    judged.on(level(0, 3.42));
    assertEquals(
        new Bilingual(
            "원천리천 백년교 수위 3.42 m (관심 3.3 m 초과)", "en:원천리천 백년교 level 3.42 m (attention 3.3 m)"),
        judged.lastAlarm().message());
    assertEquals("waterLevelM", judged.lastAlarm().observation());
    assertEquals(city.find("WL-1").orElseThrow().position(), judged.lastAlarm().position());
    judged.on(level(1, 3));
    assertEquals("원천리천 백년교 3 m: 해제 (기준 3.3 m)", judged.lastCleared().message().ko());
  }

  private static Judged judgingFire() {
    return new Judged(Given.rule(
        "fire",
        "threshold",
        "on: { event: CameraEvent, kinds: [fire] }\natLeast: 0.7\nquietS: 60"));
  }

  @Test
  void aCameraThatRepeatsFireFiveTimesASecondIsOneAlarm() {
    Judged judged = judgingFire();
    List<CameraEvent> tenMinutes = IntStream.range(0, 3000)
        .mapToObj(i -> saw(i * 0.2, CameraEvent.Kind.FIRE, 0.9))
        .toList();
    judged.on(tenMinutes);
    assertEquals(1, judged.all.size());
    assertEquals("", judged.on(saw(659.8, CameraEvent.Kind.FIRE, 0.9)));
    assertEquals("raised", judged.on(saw(720, CameraEvent.Kind.FIRE, 0.9)));
    assertNotEquals(
        ((Judgement.AlarmRaised) judged.all.get(0)).alarm().alarmId(),
        judged.lastAlarm().alarmId());
  }

  @Test
  void whatACameraTellsLateIsNoNewsEvenWhenOthersAreAhead() {
    Judged judged = judgingFire();
    assertEquals("raised", judged.on(saw(0, CameraEvent.Kind.FIRE, 0.9)));
    CameraEvent ahead = saw(600, CameraEvent.Kind.FIRE, 0.9);
    for (String other : List.of("CAM-2", "CAM-3"))
      judged.on(new CameraEvent(
          ahead.origin(), other, CameraEvent.Kind.FIRE, 0.9, null, null, null, null));
    assertEquals("", judged.on(saw(30, CameraEvent.Kind.FIRE, 0.9)));
  }

  @Test
  void aCameraMustBeSureEnoughAndSeeTheRightKind() {
    Judged judged = judgingFire();
    assertEquals("", judged.on(saw(0, CameraEvent.Kind.FIRE, 0.69)));
    assertEquals("", judged.on(saw(0, CameraEvent.Kind.SMOKE, 0.99)));
    assertEquals("raised", judged.on(saw(0, CameraEvent.Kind.FIRE, 0.7)));
  }

  @Test
  void aJunctionIsRaisedWhileItsModeIsOneOfThoseNamed() {
    Judged judged = new Judged(Given.rule(
        "dark", "threshold", "on: { event: SignalStatus, modes: [dark, conflict] }\nholdS: 10"));
    assertEquals(
        "- - - raised - cleared",
        judged.on(List.of(
            Given.signal(0, SignalStatus.Mode.DARK),
            Given.signal(5, SignalStatus.Mode.NORMAL),
            Given.signal(6, SignalStatus.Mode.DARK),
            Given.signal(16, SignalStatus.Mode.CONFLICT),
            Given.signal(17, SignalStatus.Mode.DARK),
            Given.signal(18, SignalStatus.Mode.ACTUATED))));
  }

  @Test
  void aDeviceThatRecoversClears() {
    Judged judged = new Judged(
        Given.rule("fault", "threshold", "on: { event: DeviceStatus, statuses: fault }"));
    assertEquals(
        "- raised - cleared",
        judged.on(List.of(
            Given.device(0, DeviceStatus.Status.DEGRADED),
            Given.device(1, DeviceStatus.Status.FAULT),
            Given.device(2, DeviceStatus.Status.FAULT),
            Given.device(3, DeviceStatus.Status.OK))));
  }
}

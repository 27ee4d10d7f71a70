package bongsu.rules.judge;

import static bongsu.rules.judge.Given.level;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShardJudgeTest {
  private static final RuleSet RULES = Given.rules("rules:\n"
      + threshold("plain", "atLeast: 3\nclear: 2")
      + threshold("held", "atLeast: 3\nholdS: 20")
      + threshold("median", "atLeast: 3\nmedianOf: 3")
      + threshold("rising", "atLeast: 2\noverS: 60\nclear: 1")
      + Given.text(
          "fire",
          "threshold",
          "on: { event: CameraEvent, kinds: [fire, smoke] }\natLeast: 0.5\nquietS: 20")
      + Given.text("dark", "threshold", "on: { event: SignalStatus, modes: dark }\nholdS: 15")
      + Given.text(
          "in",
          "fence",
          "on: { event: UnitPosition }\nzones: { zoneType: restricted }\ntransition: inside\n"
              + "hysteresisM: 20")
      + Given.text(
          "out",
          "fence",
          "on: { event: UnitPosition }\nzones: { zoneType: restricted }\ntransition: exit")
      + Given.text(
          "school",
          "near",
          "on: { event: UnitPosition }\nof: { kind: facility, type: school }\nradiusM: 300")
      + Given.text(
          "each",
          "near",
          "on: { event: UnitPosition }\n"
              + "of: { event: SensorReading, quantity: waterLevelM, when: [value >= 3] }\n"
              + "radiusM: 500\nclearM: 600\nmaxAgeS: 100"));

  private static final TestCity CITY = new TestCity()
      .withSquare("A", "restricted", 0, 0, 400)
      .withSquare("B", "restricted", 300, 0, 400)
      .with("SCH-1", "facility", "school", "학교", 500, 500)
      .with("WL-0", "sensor", "waterLevelM", "백년교", 200, 200)
      .with("WL-1", "sensor", "waterLevelM", "매세교", 600, 100);

  private static String threshold(String id, String body) {
    return Given.text(
        id, "threshold", "on: { event: SensorReading, quantity: waterLevelM }\n" + body);
  }

  /** The two judges as the runtime joins them. */
  private static final class Both {
    ShardJudge shard = new ShardJudge(RULES, CITY, Given.PLANE);
    CityJudge city = new CityJudge(RULES, CITY, Given.PLANE);

    List<String> on(CityEvent event) {
      List<String> said = new ArrayList<>();
      for (Judgement judgement : shard.on(event)) {
        said.add(JudgementJson.encode(judgement));
        if (judgement instanceof Judgement.Selected)
          city.on(event).forEach(j -> said.add(JudgementJson.encode(j)));
      }
      return said;
    }

    /** Dies and lives on from its checkpoints. */
    void restart() {
      String shardState = shard.checkpoint();
      String cityState = city.checkpoint();
      shard = new ShardJudge(RULES, CITY, Given.PLANE);
      city = new CityJudge(RULES, CITY, Given.PLANE);
      shard.restore(shardState);
      city.restore(cityState);
      assertEquals(shardState, shard.checkpoint());
      assertEquals(cityState, city.checkpoint());
    }
  }

  /** Some events late, some at the same time. */
  private static List<CityEvent> events(long seed, int count) {
    Random random = new Random(seed);
    List<CityEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double s = Math.max(0, i * 2 + (random.nextInt(10) == 0 ? -random.nextInt(60) : 0));
      events.add(event(random, s));
    }
    return events;
  }

  private static CityEvent event(Random random, double s) {
    return switch (random.nextInt(6)) {
      case 0 -> Given.saw(s, CameraEvent.Kind.FIRE, random.nextDouble());
      case 1 ->
        Given.signal(s, random.nextBoolean() ? SignalStatus.Mode.DARK : SignalStatus.Mode.NORMAL);
      case 2 ->
        Given.unit(
            "PUMP-" + random.nextInt(3),
            s,
            random.nextInt(1000) - 100,
            random.nextInt(600) - 100,
            random.nextInt(3) * 15);
      default -> waterLevel(random, s);
    };
  }

  /** Of a sensor, of one with an awkward name, or of an exercise's. */
  private static CityEvent waterLevel(Random random, double s) {
    String sensorId = random.nextInt(6) == 0 ? "WL-\"\\}" : "WL-" + random.nextInt(3);
    Origin origin = new Origin(
        "test", sensorId + "@" + s, Given.at(s, "level").observedAt(), random.nextInt(4) == 0);
    double value = random.nextInt(50) / 10.0;
    return new SensorReading(origin, sensorId, Quantity.WATER_LEVEL_M, value, null);
  }

  @Test
  void aRestartFromTheCheckpointChangesNoJudgement() {
    int judged = 0;
    for (long seed = 1; seed <= 12; seed++) {
      Both steady = new Both();
      Both restarted = new Both();
      Random restarts = new Random(-seed);
      for (CityEvent event : events(seed, 300)) {
        List<String> expected = steady.on(event);
        assertEquals(expected, restarted.on(event), "seed " + seed);
        judged += expected.size();
        if (restarts.nextInt(10) == 0) restarted.restart();
      }
      assertEquals(steady.shard.checkpoint(), restarted.shard.checkpoint());
      assertEquals(steady.city.checkpoint(), restarted.city.checkpoint());
    }
    assertTrue(judged > 1_000, "only " + judged + " judgements: the test judges nothing");
  }

  @Test
  void theSameEventsGiveTheSameBytes() {
    List<String> once = new ArrayList<>();
    List<String> again = new ArrayList<>();
    Both first = new Both();
    Both second = new Both();
    for (CityEvent event : events(99, 300)) once.addAll(first.on(event));
    for (CityEvent event : events(99, 300)) again.addAll(second.on(event));
    assertEquals(once, again);
  }

  @Test
  void everyJudgementSurvivesItsJson() {
    Both both = new Both();
    for (CityEvent event : events(5, 300)) {
      for (String json : both.on(event)) {
        Judgement judgement = JudgementJson.decode(json);
        assertEquals(json, JudgementJson.encode(judgement));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> JudgementJson.decode("{}"));
    assertThrows(IllegalArgumentException.class, () -> JudgementJson.decode("{"));
  }

  @Test
  void aJudgementCarriesNoNumberPlate() {
    CameraEvent event = Given.saw(0, CameraEvent.Kind.FIRE, 1);
    assertFalse(JudgementJson.encode(new Judgement.Selected(event)).contains(event.plate()));
  }

  @Test
  void whatNoRuleSelectsCostsNothing() {
    ShardJudge judge = new ShardJudge(RULES, CITY, Given.PLANE);
    String empty = judge.checkpoint();
    assertSame(List.of(), judge.on(Given.reading(0, "R", Quantity.BATTERY_PCT, 1)));
    assertEquals(empty, judge.checkpoint());
  }

  @Test
  void aThingAtRestIsNotInTheCheckpoint() {
    RuleSet rules = Given.rules("rules:\n" + threshold("plain", "atLeast: 3"));
    ShardJudge judge = new ShardJudge(rules, CITY, Given.PLANE);
    String empty = judge.checkpoint();
    for (int i = 0; i < 100; i++) judge.on(level(i, 1));
    assertEquals(empty, judge.checkpoint());
    judge.on(level(100, 4));
    assertTrue(judge.checkpoint().contains("WL-1"));
    judge.on(level(101, 1));
    judge.on(level(101 + 601, 1));
    assertEquals(empty, judge.checkpoint());
  }

  @Test
  void stateOfARuleThatIsNoMoreIsDroppedAndTheRestGoesOn() {
    ShardJudge before = new ShardJudge(RULES, CITY, Given.PLANE);
    before.on(level(0, 4));
    RuleSet fewer = Given.rules("rules:\n" + threshold("held", "atLeast: 3\nholdS: 20")
        + Given.text(
            "plain", "fence", "on: { event: UnitPosition }\nzones: { ids: A }\ntransition: enter"));
    Judged after = new Judged(fewer, CITY);
    ShardJudge judge = new ShardJudge(fewer, CITY, Given.PLANE);
    judge.restore(before.checkpoint());
    assertFalse(judge.checkpoint().contains("rising"));
    assertEquals("raised", Judged.words(judge.on(level(20, 4))));
    assertEquals("", after.on(level(20, 4)));
  }

  @Test
  void aNewVersionOfARuleKeepsWhatTheOldOneRemembered() {
    ShardJudge before =
        new ShardJudge(Given.rules("rules:\n" + threshold("r", "atLeast: 3")), CITY, Given.PLANE);
    Judgement.AlarmRaised raised =
        (Judgement.AlarmRaised) before.on(level(0, 4)).get(0);
    RuleSet newer = Given.rules(
        ("rules:\n" + threshold("r", "atLeast: 3.5")).replace("version: 1", "version: 2"));
    ShardJudge after = new ShardJudge(newer, CITY, Given.PLANE);
    after.restore(before.checkpoint());
    Judgement.AlarmCleared cleared =
        (Judgement.AlarmCleared) after.on(level(1, 3)).get(0);
    assertEquals(raised.alarm().alarmId(), cleared.alarmId());
  }

  @Test
  void whatIsNoCheckpointIsRefused() {
    ShardJudge judge = new ShardJudge(RuleSet.none(), CITY, Given.PLANE);
    assertThrows(IllegalArgumentException.class, () -> judge.restore("[]"));
    assertThrows(IllegalArgumentException.class, () -> judge.restore("nonsense"));
  }

  @Test
  void aUnitsProgressOnItsCallIsNotedOnce() {
    Judged judged = new Judged(RuleSet.none());
    assertEquals("", judged.on(progress(0, null, UnitPosition.Status.AVAILABLE)));
    assertEquals("progress", judged.on(progress(1, "119-1", UnitPosition.Status.EN_ROUTE)));
    assertEquals("", judged.on(progress(2, "119-1", UnitPosition.Status.EN_ROUTE)));
    assertEquals("", judged.on(progress(3, "119-1", null)));
    assertEquals("progress", judged.on(progress(4, "119-1", UnitPosition.Status.ON_SCENE)));
    assertEquals("", judged.on(progress(3, "119-1", UnitPosition.Status.EN_ROUTE)));
    assertEquals("progress", judged.on(progress(5, "119-2", UnitPosition.Status.ON_SCENE)));
    assertEquals("", judged.on(progress(6, null, UnitPosition.Status.AVAILABLE)));
  }

  private static UnitPosition progress(double s, String receiptNo, UnitPosition.Status status) {
    UnitPosition at = Given.unit(s, 0, 0);
    return new UnitPosition(
        at.origin(), at.unitId(), at.service(), at.position(), null, null, status, receiptNo);
  }
}

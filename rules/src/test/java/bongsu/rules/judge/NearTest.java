package bongsu.rules.judge;

import static bongsu.rules.judge.Given.reading;
import static bongsu.rules.judge.Given.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Quantity;
import bongsu.core.event.UnitPosition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judged as in the city: the shard selects, the city's judge judges what was selected. */
class NearTest {
  private final TestCity city = new TestCity()
      .with("SCH-1", "facility", "school", "인계초등학교", 1000, 0)
      .with("HOS-1", "facility", "hospital", "성빈센트병원", 1000, 0)
      .with("UP-1", "sensor", "waterDepthM", "화산지하차도", 0, 0);
  private final List<Judgement> all = new ArrayList<>();

  private static final String SCHOOL = """
      on: { event: UnitPosition, services: [fire], when: [speedMps >= 5] }
      of: { kind: facility, type: school }
      radiusM: 200
      clearM: 300
      """;
  private static final String FLOODED = """
      on: { event: UnitPosition }
      of: { event: SensorReading, quantity: waterDepthM, when: [value >= 0.15] }
      radiusM: 500
      clearM: 700
      maxAgeS: 60
      """;

  /** What the city's judge says to each event the shard selects, "." for one not selected. */
  private String on(String body, CityEvent... events) {
    RuleSet rules = Given.rule("near", "near", body);
    ShardJudge shard = new ShardJudge(rules, city, Given.PLANE);
    CityJudge judge = new CityJudge(rules, city, Given.PLANE);
    List<String> words = new ArrayList<>();
    for (CityEvent event : events) {
      if (Judged.words(shard.on(event)).equals("selected")) {
        List<Judgement> judgements = judge.on(event);
        all.addAll(judgements);
        words.add(judgements.isEmpty() ? "-" : Judged.words(judgements));
      } else {
        words.add(".");
      }
    }
    return String.join(" ", words);
  }

  @Test
  void raisesWithinTheRadiusAndClearsBeyondTheClearDistance() {
    assertEquals(
        "- raised - - cleared",
        on(
            SCHOOL,
            unit(0, 799, 0),
            unit(1, 821, 0),
            unit(2, 1000, 0),
            unit(3, 1299, 0),
            unit(4, 1320, 0)));
    assertEquals("인계초등학교", nameIn("{other}"));
  }

  private String nameIn(String template) {
    RuleSet rules = Given.rules(
        "rules:\n" + Given.text("near", "near", SCHOOL).replace("{place} 경고", template));
    CityJudge judge = new CityJudge(rules, city, Given.PLANE);
    Judgement.AlarmRaised raised =
        (Judgement.AlarmRaised) judge.on(unit(0, 1000, 100)).get(0);
    return raised.alarm().message().ko();
  }

  @Test
  void theMessageSaysHowFar() {
    assertEquals("100 m", nameIn("{distanceM} m"));
  }

  @Test
  void theRadiusItselfIsNear() {
    city.with("SCH-2", "facility", "school", "학교", 0, 3000);
    assertEquals("raised", on(SCHOOL.replace("200", "100"), unit(0, 0, 2900.0001)));
  }

  @Test
  void otherServicesAndOtherTypesAreNotNear() {
    assertEquals(".", on(SCHOOL, unit("CAR-1", 0, 1000, 0, 0)));
    assertEquals("-", on(SCHOOL.replace("type: school", "type: shelter"), unit(0, 1000, 0)));
  }

  @Test
  void aFixMoreUncertainThanTheRadiusSaysNothing() {
    assertEquals("-", on(SCHOOL, unit("PUMP-11", 0, 1000, 0, 201)));
  }

  @Test
  void theShardSelectsOnlyEveryTwentyMetresOrThirtySeconds() {
    assertEquals(
        "- . - . . -",
        on(
            SCHOOL,
            unit(0, 0, 0),
            unit(1, 19, 0),
            unit(2, 20.1, 0),
            unit(3, 21, 0),
            unit(31, 22, 0),
            unit(32, 22, 0)));
  }

  @Test
  void aUnitIsRaisedNearAFloodedUnderpassWhicheverReportsLast() {
    assertEquals(
        "- raised", on(FLOODED, unit(0, 300, 0), reading(1, "UP-1", Quantity.WATER_DEPTH_M, 0.2)));
    assertEquals(
        "- raised cleared",
        on(
            FLOODED,
            reading(0, "UP-1", Quantity.WATER_DEPTH_M, 0.2),
            unit(1, 300, 0),
            unit(2, 701, 0)));
    assertEquals("PUMP-11", ((Judgement.AlarmRaised) all.get(0)).alarm().subject());
    assertEquals("PUMP-11", ((Judgement.AlarmRaised) all.get(1)).alarm().subject());
  }

  @Test
  void itIsOverWhenTheWaterIsGone() {
    assertEquals(
        "- raised . cleared .",
        on(
            FLOODED,
            reading(0, "UP-1", Quantity.WATER_DEPTH_M, 0.2),
            unit(1, 300, 0),
            reading(2, "UP-1", Quantity.WATER_DEPTH_M, 0.3),
            reading(3, "UP-1", Quantity.WATER_DEPTH_M, 0.1),
            reading(4, "UP-1", Quantity.WATER_DEPTH_M, 0.1)));
  }

  @Test
  void twoEventsFarApartInTimeDoNotMeet() {
    assertEquals(
        "- - raised cleared",
        on(
            FLOODED,
            reading(0, "UP-1", Quantity.WATER_DEPTH_M, 0.2),
            unit(61, 300, 0),
            reading(62, "UP-1", Quantity.WATER_DEPTH_M, 0.2),
            unit(123, 300, 0)));
  }

  @Test
  void onlyWhatOnSelectsIsRaised() {
    city.with("UP-2", "sensor", "waterDepthM", "화서지하차도", 100, 0);
    assertEquals(
        "- -",
        on(
            FLOODED,
            reading(0, "UP-1", Quantity.WATER_DEPTH_M, 0.2),
            reading(1, "UP-2", Quantity.WATER_DEPTH_M, 0.2)));
  }

  @Test
  void aUnitThatDoesNotSayItsStatusIsNotOfThatStatus() {
    String enRoute = SCHOOL.replace("services: [fire]", "statuses: [enRoute]");
    UnitPosition at = unit(0, 1000, 0);
    UnitPosition silent = new UnitPosition(
        at.origin(), at.unitId(), at.service(), at.position(), 10.0, null, null, null);
    assertEquals(".", on(enRoute, silent));
    assertEquals("raised", on(enRoute, at));
  }

  @Test
  void aThingIsNotNearItself() {
    String each = """
        on: { event: UnitPosition, services: police }
        of: { event: UnitPosition, services: police }
        radiusM: 100
        """;
    assertEquals(
        "- raised+raised", on(each, unit("CAR-1", 0, 0, 0, 0), unit("CAR-2", 1, 10, 0, 0)));
    assertEquals(2, all.stream().map(Judgement::key).distinct().count());
  }
}

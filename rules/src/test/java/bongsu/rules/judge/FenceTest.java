package bongsu.rules.judge;

import static bongsu.rules.judge.Given.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.UnitPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The fence is 0 to 1 000 m east and north unless a test says otherwise. */
class FenceTest {
  private static final TestCity CITY = new TestCity().withSquare("Z", "restricted", 0, 0, 1000);

  private static Judged judging(String transition, String more) {
    return judging(CITY, transition, more);
  }

  private static Judged judging(TestCity city, String transition, String more) {
    String body = "on: { event: UnitPosition }\nzones: { zoneType: restricted }\ntransition: "
        + transition + "\n" + more;
    return new Judged(Given.rule("fence", "fence", body), city);
  }

  /** A walk along northing 500 m. */
  private static List<UnitPosition> walk(double... eastM) {
    List<UnitPosition> fixes = new ArrayList<>();
    DoubleStream.of(eastM).forEach(x -> fixes.add(unit(fixes.size(), x, 500)));
    return fixes;
  }

  @Test
  void enterRaisesOnComingInAndClearsOnLeaving() {
    assertEquals("- raised - cleared -", judging("enter", "").on(walk(-50, 50, 500, 1050, 1100)));
  }

  @Test
  void exitRaisesOnLeavingAndClearsOnComingBack() {
    assertEquals("- raised - cleared", judging("exit", "").on(walk(500, 1050, 1100, 900)));
  }

  @Test
  void crossRaisesEachWayAndNeverClears() {
    assertEquals("- raised raised -", judging("cross", "").on(walk(-50, 50, -50, -60)));
  }

  @Test
  void theFirstFixIsNoChange() {
    assertEquals("-", judging("enter", "").on(walk(500)));
    assertEquals("-", judging("exit", "").on(walk(-500)));
    assertEquals("-", judging("cross", "").on(walk(500)));
  }

  @Test
  void insideRaisesByTheFirstFix() {
    assertEquals("raised - cleared", judging("inside", "").on(walk(500, 600, -1)));
  }

  @Test
  void boundaryCountsAsInside() {
    // The plane's own rounding decides on the last digit; the corner is exact by construction.
    double[] corner = CITY.listZones().get(0).polygons().get(0).get(0)[0];
    UnitPosition outside = unit(0, -5, -5);
    UnitPosition onCorner = new UnitPosition(
        Given.at(1, "corner"),
        "PUMP-11",
        UnitPosition.Service.FIRE,
        bongsu.core.geo.Position.of(corner[1], corner[0]),
        null,
        null,
        null,
        null);
    assertEquals("- raised", judging("enter", "").on(List.of(outside, onCorner)));
  }

  @Test
  void leavingTakesTheWholeHysteresis() {
    Judged judged = judging("inside", "hysteresisM: 20");
    assertEquals(
        "raised - - - - cleared - - raised",
        judged.on(walk(500, 999, 1001, 995, 1019, 1021, 1010, 1001, 999)));
  }

  @Test
  void anUncertainFixNearTheBorderDoesNotFlicker() {
    Judged judged = judging("cross", "");
    judged.on(unit("PUMP-11", 0, -500, 500, 5));
    Random random = new Random(7);
    for (int s = 1; s < 500; s++)
      judged.on(unit("PUMP-11", s, random.nextGaussian() * 40, 500, 80));
    assertEquals(List.of(), judged.all);
    assertEquals("raised", judged.on(unit("PUMP-11", 501, 160.1, 500, 80)));
    for (int s = 502; s < 1000; s++)
      judged.on(unit("PUMP-11", s, random.nextGaussian() * 40, 500, 80));
    assertEquals(1, judged.all.size());
    assertEquals("raised", judged.on(unit("PUMP-11", 1001, -160.1, 500, 80)));
  }

  @Test
  void anUncertainFirstFixLeavesOpenWhereTheThingIs() {
    Judged judged = judging("enter", "");
    assertEquals("", judged.on(unit("PUMP-11", 0, -10, 500, 80)));
    assertEquals("", judged.on(unit("PUMP-11", 1, 500, 500, 80)));
    assertEquals("", judged.on(unit("PUMP-11", 2, -500, 500, 80)));
    assertEquals("raised", judged.on(unit("PUMP-11", 3, 500, 500, 80)));
  }

  @Test
  void aHoleIsOutside() {
    double[][] outer = CITY.listZones().get(0).polygons().get(0).get(0);
    double[][] hole = new TestCity()
        .withSquare("H", "x", 400, 400, 200)
        .listZones()
        .get(0)
        .polygons()
        .get(0)
        .get(0);
    TestCity city = new TestCity();
    city.listZones()
        .add(new ZoneShape(
            "Z",
            "restricted",
            bongsu.core.text.Bilingual.same("Z"),
            List.of(List.of(outer, hole))));
    assertEquals("- raised", judging(city, "exit", "").on(walk(300, 500)));
  }

  @Test
  void zonesTogetherHaveNoInnerBorders() {
    TestCity city = new TestCity()
        .withSquare("A", "restricted", 0, 0, 1000)
        .withSquare("B", "restricted", 1000, 0, 1000);
    assertEquals("- raised", judging(city, "exit", "together: false").on(walk(500, 1500)));
    Judged together = judging(city, "exit", "together: true\nhysteresisM: 50");
    assertEquals("- - - raised cleared", together.on(walk(500, 1500, 2040, 2051, 1900)));
  }

  @Test
  void eachZoneHasItsOwnAlarm() {
    TestCity city = new TestCity()
        .withSquare("A", "restricted", 0, 0, 1000)
        .withSquare("B", "restricted", 0, 0, 900);
    Judged judged = judging(city, "enter", "");
    assertEquals("- raised+raised cleared cleared", judged.on(walk(-50, 50, 950, 1050)));
    assertEquals(4, judged.all.stream().map(Judgement::key).distinct().count());
  }

  @Test
  void anOlderFixChangesNothing() {
    Judged judged = judging("enter", "");
    judged.on(unit(10, -50, 500));
    judged.on(unit(20, -60, 500));
    assertEquals("", judged.on(unit(15, 500, 500)));
    assertEquals("raised", judged.on(unit(21, 500, 500)));
  }

  @Test
  void theMessageNamesTheDistrictOfAUnit() {
    TestCity city = new TestCity()
        .withSquare("팔달", "district", -5000, -5000, 10_000)
        .withSquare("Z", "restricted", 0, 0, 1000);
    Judged judged = judging(city, "enter", "");
    judged.on(walk(-50, 50));
    assertEquals("팔달구 경고", judged.lastAlarm().message().ko());
    assertEquals("enter", judged.lastAlarm().observation());
  }
}

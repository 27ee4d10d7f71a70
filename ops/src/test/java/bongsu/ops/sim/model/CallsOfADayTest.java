package bongsu.ops.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.UnitTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three ordinary days against the figures of DOMAIN.md §6 and §7. */
class CallsOfADayTest {
  private static final int DAYS = 3;
  private static final Map<String, List<CallReport>> CALLS = new LinkedHashMap<>();

  @BeforeAll
  static void threeDays() {
    World world = SmallCity.world(7, SmallCity.WEDNESDAY, 60, event -> {
      if (event instanceof CallReport report)
        CALLS.computeIfAbsent(report.receiptNo(), no -> new ArrayList<>()).add(report);
    });
    world.advanceTo(SmallCity.WEDNESDAY.plus(Duration.ofDays(DAYS)));
  }

  private static double perDay(Predicate<CallReport> which) {
    return CALLS.values().stream().map(call -> call.get(0)).filter(which).count() / (double) DAYS;
  }

  private static void assertBetween(double low, double high, double actual) {
    assertTrue(actual >= low && actual <= high, actual + " is not within " + low + ".." + high);
  }

  @Test
  void thereAreAsManyCallsAsInTheRealCity() {
    assertBetween(340, 440, perDay(c -> c.agency() == Agency.FIRE));
    assertBetween(1_100, 1_300, perDay(c -> c.agency() == Agency.POLICE));
  }

  @Test
  void oneHundredAndTwentyFiveToTwoHundredAreUrgent() {
    assertBetween(
        125,
        200,
        perDay(c -> c.agency() == Agency.POLICE && Objects.requireNonNull(c.code()) <= 1));
  }

  @Test
  void aboutSixHundredAndFiftyPoliceCallsAreDispatched() {
    long dispatched = CALLS.values().stream()
        .filter(call -> call.get(0).agency() == Agency.POLICE)
        .filter(call -> call.stream().anyMatch(r -> !r.units().isEmpty()))
        .count();
    assertBetween(580, 740, dispatched / (double) DAYS);
  }

  @Test
  void aThirdOfThePoliceCallsComeFromTenToTwoAtNight() {
    double night = perDay(c -> c.agency() == Agency.POLICE && isNight(c.observedAt()));
    assertBetween(0.27, 0.38, night / perDay(c -> c.agency() == Agency.POLICE));
  }

  private static boolean isNight(Instant at) {
    int hour = at.atZone(ZoneId.of("Asia/Seoul")).getHour();
    return hour >= 22 || hour < 2;
  }

  @Test
  void revisionsAreConsecutiveAndStagesOnlyGoForward() {
    for (List<CallReport> call : CALLS.values())
      for (int i = 0; i < call.size(); i++) {
        assertEquals(i + 1, call.get(i).revision());
        if (i > 0) assertTrue(call.get(i).stage().compareTo(call.get(i - 1).stage()) >= 0);
      }
  }

  @Test
  void everyCallOfTheFirstTwoDaysIsClosed() {
    Instant twoDays = SmallCity.WEDNESDAY.plus(Duration.ofDays(2));
    for (List<CallReport> call : CALLS.values())
      if (call.get(0).observedAt().isBefore(twoDays)) {
        CallReport last = call.get(call.size() - 1);
        assertEquals(CallStage.CLOSED, last.stage(), last.toString());
        assertTrue(last.closeCode() != null);
      }
  }

  @Test
  void mostEnginesArriveWithinSevenMinutesOfTheReport() {
    assertBetween(0.55, 1, shareWithinS(420, c -> c.callType() == CallType.FIRE));
  }

  @Test
  void urgentPoliceCallsAreReachedInAboutFiveMinutes() {
    assertBetween(0.5, 1, shareWithinS(360, c -> c.code() != null && c.code() <= 1));
  }

  private static double shareWithinS(long seconds, Predicate<CallReport> which) {
    List<Long> took = CALLS.values().stream()
        .filter(call -> which.test(call.get(0)))
        .flatMap(call -> firstArrivalS(call).stream())
        .toList();
    assertTrue(took.size() > 10);
    return took.stream().filter(s -> s <= seconds).count() / (double) took.size();
  }

  private static List<Long> firstArrivalS(List<CallReport> call) {
    return call.get(call.size() - 1).units().stream()
        .map(UnitTimes::onSceneAt)
        .filter(Objects::nonNull)
        .map(at -> Duration.between(call.get(0).observedAt(), at).toSeconds())
        .sorted()
        .limit(1)
        .toList();
  }
}

package bongsu.ops.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.CloseCode;
import bongsu.core.event.SensorReading;
import bongsu.core.event.UnitPosition;
import bongsu.ops.sim.model.SmallCity;
import bongsu.ops.sim.model.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Instant FLOOD_START = Instant.parse("2020-08-06T05:00:00+09:00");
  private static final Instant AFTERNOON = Instant.parse("2026-11-18T15:00:00+09:00");

  private static List<CityEvent> play(String scenario, Instant start, double hours) {
    List<CityEvent> events = new ArrayList<>();
    World world = SmallCity.world(7, start, 1, events::add);
    Scenario.named(scenario).begin(world);
    world.advanceTo(start.plusSeconds((long) (hours * 3_600)));
    return events;
  }

  private static <T> Stream<T> only(List<CityEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  @Test
  void theFloodClosesAndReopensEachUnderpassWhenItReallyWas() {
    List<CityEvent> events = play("flood-2020-08-06", FLOOD_START, 4);
    String[][] recorded = {
      {"UP-0", "05:50", "06:22"},
      {"UP-1", "05:56", "06:34"},
      {"UP-2", "06:02", "06:46"},
      {"UP-3", "06:08", "06:46"},
      {"UP-4", "06:15", "07:35"}
    };
    for (String[] underpass : recorded) {
      List<Instant> deep = only(events, SensorReading.class)
          .filter(r -> r.sensorId().equals(underpass[0]) && r.value() >= 0.15)
          .map(CityEvent::observedAt)
          .toList();
      assertWithinAMinute(underpass[1], deep.get(0));
      assertWithinAMinute(underpass[2], deep.get(deep.size() - 1));
    }
    assertTrue(only(events, SensorReading.class)
        .filter(r -> r.sensorId().equals("UP-5"))
        .allMatch(r -> r.value() == 0));
  }

  private static void assertWithinAMinute(String time, Instant actual) {
    Instant expected = Instant.parse("2020-08-06T" + time + ":00+09:00");
    assertTrue(Duration.between(expected, actual).abs().toSeconds() <= 60, time + " " + actual);
  }

  @Test
  void theFloodLiftsTheRiverAboveAttentionButNotAlert() {
    double highest = only(play("flood-2020-08-06", FLOOD_START, 4), SensorReading.class)
        .filter(r -> r.sensorId().equals("WL-1"))
        .mapToDouble(SensorReading::value)
        .max()
        .orElseThrow();
    assertTrue(highest > 3.0 && highest < 4.1, "was " + highest);
  }

  @Test
  void inTheFloodPeopleCallBothAgencies() {
    List<CallReport> calls = only(play("flood-2020-08-06", FLOOD_START, 4), CallReport.class)
        .filter(c -> c.revision() == 1 && c.callType() == CallType.FLOOD)
        .toList();
    assertEquals(5, calls.stream().filter(c -> c.agency() == Agency.POLICE).count());
    assertEquals(36, calls.stream().filter(c -> c.agency() == Agency.FIRE).count());
  }

  @Test
  void theApartmentFireIsSeenThenToldThenReached() {
    List<CityEvent> events = play("apartment-fire", AFTERNOON, 3);
    Instant smoke = first(
            events,
            CameraEvent.class,
            c -> c.kind() == CameraEvent.Kind.SMOKE && c.confidence() > 0.8)
        .observedAt();
    CallReport call = first(events, CallReport.class, ScenarioTest::isAtTheHouse);
    assertTrue(smoke.isBefore(call.observedAt()));
    CallReport last = only(events, CallReport.class)
        .filter(c -> c.receiptNo().equals(call.receiptNo()))
        .reduce((a, b) -> b)
        .orElseThrow();
    assertEquals(8, last.units().size());
    assertTrue(last.units().stream().allMatch(u -> u.onSceneAt() != null && u.clearedAt() != null));
    assertEquals(2, last.units().stream().filter(u -> u.atHospitalAt() != null).count());
    assertEquals(CloseCode.COMPLETED, last.closeCode());
    assertEquals(2, last.injured());
    assertEquals(CallStage.CLOSED, last.stage());
  }

  private static boolean isAtTheHouse(CallReport call) {
    return call.agency() == Agency.FIRE
        && Objects.requireNonNull(call.address()).contains("한빛아파트");
  }

  @Test
  void theApartmentFireIsToldByMoreAndMorePeople() {
    List<CallReport> fires = only(play("apartment-fire", AFTERNOON, 0.3), CallReport.class)
        .filter(c -> c.revision() == 1 && c.callType() == CallType.FIRE)
        .toList();
    assertTrue(fires.stream().filter(c -> c.agency() == Agency.FIRE).count() >= 12);
    assertTrue(fires.stream().filter(c -> c.agency() == Agency.POLICE).count() >= 2);
  }

  @Test
  void thePursuedIsSightedAlongHisWayAndCaught() {
    List<CityEvent> events = play("pursuit", AFTERNOON, 2);
    List<CameraEvent> plates = only(events, CameraEvent.class)
        .filter(c -> c.kind() == CameraEvent.Kind.PLATE)
        .toList();
    assertTrue(plates.size() >= 4, "only " + plates.size());
    assertEquals(1, plates.stream().map(CameraEvent::plate).distinct().count());
    assertEquals(
        plates.size(), plates.stream().map(CameraEvent::cameraId).distinct().count());
    List<CallReport> call = robbery(events);
    assertEquals(0, call.get(0).code());
    assertTrue(call.stream().map(CallReport::position).distinct().count() > 4);
    CallReport last = call.get(call.size() - 1);
    assertEquals(CallStage.CLOSED, last.stage());
    assertEquals(4, last.units().stream().filter(u -> u.onSceneAt() != null).count());
    assertTrue(
        only(events, UnitPosition.class).anyMatch(u -> last.receiptNo().equals(u.receiptNo())));
  }

  private static List<CallReport> robbery(List<CityEvent> events) {
    CallReport first =
        first(events, CallReport.class, c -> c.callType() == CallType.ROBBERY && c.code() == 0);
    return only(events, CallReport.class)
        .filter(c -> c.receiptNo().equals(first.receiptNo()))
        .toList();
  }

  private static <T> T first(
      List<CityEvent> events, Class<T> type, java.util.function.Predicate<T> which) {
    return only(events, type).filter(which).findFirst().orElseThrow();
  }

  @Test
  void everyScenarioTheLauncherOffersCanBePlayed() throws Exception {
    try (InputStream yaml = ScenarioTest.class.getResourceAsStream("/scenarios.yaml")) {
      JsonNode scenarios = new YAMLMapper().readTree(yaml);
      scenarios.fieldNames().forEachRemaining(Scenario::named);
      assertEquals(3, scenarios.size());
    }
    assertThrows(IllegalArgumentException.class, () -> Scenario.named("no-such"));
  }
}

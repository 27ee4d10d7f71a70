package bongsu.ops.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.asset.PlaceNames;
import bongsu.core.event.CallReport;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.text.Bilingual;
import bongsu.ops.city.CityProfile;
import bongsu.ops.city.DemoCity;
import bongsu.ops.sim.model.CallBook;
import bongsu.ops.sim.model.City;
import bongsu.ops.sim.model.Feeds;
import bongsu.ops.sim.model.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The stories in the city they are made for. */
class DemoCityTest {
  private static final Instant START = Instant.parse("2020-08-06T05:00:00+09:00");
  private static final City CITY = City.of(
      DemoCity.generate(),
      DemoCity.profile().places().stream().map(DemoCityTest::place).toList());

  private static PlaceNames.Place place(CityProfile.Place place) {
    return new PlaceNames.Place(new Bilingual(place.name(), place.nameEn()), place.position());
  }

  @Test
  void theFloodClosesTheRecordedUnderpassesInTheRecordedOrder() {
    Set<String> closed = new LinkedHashSet<>();
    Set<CameraEvent.Kind> seen = new HashSet<>();
    World world = world(event -> {
      if (event instanceof SensorReading r && r.sensorId().startsWith("UP-") && r.value() >= 0.15)
        closed.add(r.sensorId().replace("-2", ""));
      if (event instanceof CameraEvent camera) seen.add(camera.kind());
    });
    Scenario.named("flood-2020-08-06").begin(world);
    world.advanceTo(START.plusSeconds(90 * 60));
    assertEquals(
        List.of("UP-jeongcheon", "UP-yuljeon", "UP-hwasan", "UP-sepyeong", "UP-seryu"),
        List.copyOf(closed));
    assertTrue(seen.contains(CameraEvent.Kind.FLOODING), "no camera saw the water: " + seen);
  }

  @Test
  void onAnOrdinaryDayNoInstrumentIsInDanger() {
    World world = world(event -> {
      if (!(event instanceof SensorReading r)) return;
      switch (r.quantity()) {
        case O2_PCT -> assertTrue(r.value() > 20 && r.value() < 21.6, r.toString());
        case WATER_DEPTH_M -> assertEquals(0, r.value(), r.toString());
        case LEL_PCT -> assertTrue(r.value() < 10, r.toString());
        case CO_PPM -> assertTrue(r.value() < 10, r.toString());
        case H2S_PPM -> assertTrue(r.value() < 5, r.toString());
        case SOIL_MOISTURE_PCT -> assertTrue(r.value() < 60, r.toString());
        case PM10_UGM3 -> assertTrue(r.value() < 150, r.toString());
        case PM25_UGM3 -> assertTrue(r.value() < 75, r.toString());
        default -> {}
      }
    });
    world.advanceTo(START.plusSeconds(2 * 3_600));
  }

  @Test
  void theFireAndThePursuitFindCamerasEnginesAndAddresses() {
    Set<CameraEvent.Kind> seen = new HashSet<>();
    Set<String> unitTypes = new HashSet<>();
    Set<String> addresses = new HashSet<>();
    World world = world(event -> {
      if (event instanceof CameraEvent camera && camera.confidence() > 0.8) seen.add(camera.kind());
      if (!(event instanceof CallReport call)) return;
      call.units().forEach(unit -> unitTypes.add(unit.unitType()));
      addresses.add(call.address());
    });
    Scenario.named("apartment-fire").begin(world);
    Scenario.named("pursuit").begin(world);
    world.advanceTo(START.plusSeconds(30 * 60));
    assertTrue(
        seen.containsAll(
            Set.of(CameraEvent.Kind.SMOKE, CameraEvent.Kind.FIRE, CameraEvent.Kind.PLATE)),
        seen.toString());
    assertTrue(
        unitTypes.containsAll(
            Set.of("pumper", "ladder", "rescue", "command", "ambulance", "patrolCar")),
        unitTypes.toString());
    for (String address : addresses)
      assertTrue(address.matches("(장안|권선|팔달|영통)구 \\S.* \\d+ \\(\\S+동\\).*"), address);
  }

  private static World world(java.util.function.Consumer<bongsu.core.event.CityEvent> sink) {
    World.Settings settings = new World.Settings(7, START, Feeds.run(START, START), 1);
    return new World(CITY, CallBook.load(), settings, sink);
  }
}

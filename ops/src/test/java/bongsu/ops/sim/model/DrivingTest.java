package bongsu.ops.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.asset.RoadPoint;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitPosition.Service;
import bongsu.core.event.UnitPosition.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DrivingTest {
  private static final Instant START = SmallCity.WEDNESDAY.plusSeconds(8 * 3_600);
  private static final City CITY = SmallCity.build();
  private static final Map<String, List<UnitPosition>> TRACKS = new HashMap<>();

  @BeforeAll
  static void fourHours() {
    World world = SmallCity.world(7, START, 1, event -> {
      if (event instanceof UnitPosition unit)
        TRACKS.computeIfAbsent(unit.unitId(), id -> new ArrayList<>()).add(unit);
    });
    world.advanceTo(START.plusSeconds(4 * 3_600));
  }

  private static boolean moves(UnitPosition unit) {
    return unit.speedMps() != null && unit.speedMps() > 0;
  }

  @Test
  void whoMovesIsOnARoadAndNotMuchFasterThanItAllows() {
    int moving = 0;
    for (List<UnitPosition> track : TRACKS.values())
      for (UnitPosition unit : track) {
        if (!moves(unit)) continue;
        moving++;
        Optional<RoadPoint> road = CITY.roads().findNearest(unit.position(), 30);
        assertTrue(road.isPresent(), unit.toString());
        double limitMps = CITY.roads().road(road.get().edge()).speedMps();
        boolean corner = limitMps < 16 && unit.speedMps() > limitMps * 1.5;
        assertTrue(!corner || isAtCorner(road.get()), unit + " on " + limitMps);
      }
    assertTrue(moving > 100_000, "only " + moving);
  }

  /** At a corner the nearest road may be the crossing one. */
  private static boolean isAtCorner(RoadPoint point) {
    double length = CITY.roads().lengthM(point.edge());
    return Math.min(point.alongM(), length - point.alongM()) < 30;
  }

  @Test
  void nobodyJumps() {
    for (List<UnitPosition> track : TRACKS.values())
      for (int i = 1; i < track.size(); i++) {
        UnitPosition a = track.get(i - 1);
        UnitPosition b = track.get(i);
        double movedM = CITY.plane().distanceM(a.position(), b.position());
        double seconds = Duration.between(a.observedAt(), b.observedAt()).toMillis() / 1_000.0;
        assertTrue(movedM <= 16.7 * 1.4 * seconds + 30, a + " to " + b);
      }
  }

  @Test
  void whoMovesReportsEverySecond() {
    List<UnitPosition> track = TRACKS.get("PATROL-00");
    for (int i = 1; i < track.size(); i++) {
      Instant before = track.get(i - 1).observedAt();
      double seconds = Duration.between(before, track.get(i).observedAt()).toMillis() / 1_000.0;
      boolean moving = moves(track.get(i - 1)) && moves(track.get(i));
      assertTrue(seconds <= (moving ? 1.001 : 30.001), track.get(i - 1) + " then " + seconds);
    }
  }

  @Test
  void ambulancesGoAllTheWay() {
    Set<Status> seen = EnumSet.noneOf(Status.class);
    TRACKS.forEach((id, track) -> {
      if (track.get(0).service() == Service.EMS) track.forEach(unit -> seen.add(unit.status()));
    });
    Set<Status> all = EnumSet.allOf(Status.class);
    all.remove(Status.OFF);
    assertEquals(all, seen);
  }

  @Test
  void whoServesACallNamesItsReceipt() {
    for (List<UnitPosition> track : TRACKS.values())
      for (UnitPosition unit : track) {
        boolean free = unit.status() == Status.AVAILABLE || unit.status() == Status.RETURNING;
        assertEquals(free, unit.receiptNo() == null, unit.toString());
      }
  }
}

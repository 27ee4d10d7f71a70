package bongsu.verticles.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.geo.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final double NOWHERE = Double.NaN;
  private int noRoom;
  private final Picture picture = new Picture(
      id -> id.equals("WL-1") ? Optional.of(new Position(37.26, 127.02, 0)) : Optional.empty(),
      3,
      () -> noRoom++);

  static Thing unit(String id, long atMs, double lonDeg) {
    return new Thing("units", id, 37.26, lonDeg, atMs, id + "@" + atMs);
  }

  private static List<String> states(List<Picture.Shown> shown) {
    return shown.stream().map(s -> s.thing().json()).sorted().toList();
  }

  @Test
  void aTickTellsEachThingOnceWithItsLatestState() {
    picture.on(unit("PUMP-11", 1, 127.0));
    picture.on(unit("PUMP-11", 2, 127.1));
    picture.on(unit("LADDER-2", 1, 127.0));
    assertEquals(List.of("LADDER-2@1", "PUMP-11@2"), states(picture.endTick()));
    assertTrue(picture.endTick().isEmpty());
  }

  @Test
  void thingsBeyondItsRoomAreCountedAndNotShownButThoseShownMoveOn() {
    for (int i = 1; i <= 5; i++) picture.on(unit("CAR-" + i, 1, 127.0));
    picture.on(unit("CAR-1", 2, 127.1));
    assertEquals(List.of("CAR-1@2", "CAR-2@1", "CAR-3@1"), states(picture.endTick()));
    assertEquals(2, noRoom);
  }

  @Test
  void aLateReportDoesNotMoveAThingBack() {
    picture.on(unit("PUMP-11", 2, 127.1));
    picture.on(unit("PUMP-11", 1, 127.0));
    assertEquals(List.of("PUMP-11@2"), states(picture.endTick()));
  }

  @Test
  void whoMissedSomeTicksGetsTheNewestStateOfWhatChangedSince() {
    picture.on(unit("PUMP-11", 1, 127.0));
    picture.on(unit("LADDER-2", 1, 127.0));
    picture.endTick();
    long missedFrom = picture.tick();
    picture.on(unit("PUMP-11", 2, 127.1));
    picture.endTick();
    picture.on(unit("PUMP-11", 3, 127.2));
    picture.endTick();
    assertEquals(List.of("PUMP-11@3"), states(picture.since(missedFrom)));
    assertEquals(2, picture.since(0).size());
  }

  @Test
  void aThingThatDoesNotSayWhereItIsStandsWhereItsAssetIs() {
    picture.on(new Thing("sensors", "WL-1", NOWHERE, NOWHERE, 1, "{}"));
    assertEquals(127.02, picture.endTick().get(0).lonDeg());
  }
}

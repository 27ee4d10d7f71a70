package bongsu.core.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTest {
  private static final Zone RING_ROAD = new Zone(
      "Z-1",
      Bilingual.same("Z-1"),
      ZoneType.RESTRICTED,
      List.of(new Polygon(List.of(square(127.0, 37.2, 0.1), square(127.04, 37.24, 0.02)))));

  @Test
  void insideIsInsideAndTheHoleIsNot() {
    assertTrue(RING_ROAD.covers(Position.of(37.22, 127.02)));
    assertFalse(RING_ROAD.covers(Position.of(37.25, 127.05)));
    assertFalse(RING_ROAD.covers(Position.of(37.31, 127.05)));
  }

  @Test
  void theBoundaryCountsAsInside() {
    assertTrue(RING_ROAD.covers(Position.of(37.2, 127.05)));
    assertTrue(RING_ROAD.covers(Position.of(37.2, 127.0)));
    assertTrue(RING_ROAD.covers(Position.of(37.24, 127.05)));
  }

  @Test
  void itStandsAtItsCentroid() {
    assertEquals(37.25, RING_ROAD.position().latDeg(), 1e-9);
    assertEquals(127.05, RING_ROAD.position().lonDeg(), 1e-9);
    assertEquals(127.1, RING_ROAD.bounds().eastDeg(), 1e-9);
  }

  @Test
  void aLineStandsAtItsMiddleByLength() {
    double[] lon = {127, 127, 127.3};
    double[] lat = {37, 37.1, 37.1};
    Position middle = new Stream("S", Bilingual.same("S"), new Coordinates(lon, lat)).position();
    assertEquals(127.1, middle.lonDeg(), 1e-9);
    assertEquals(37.1, middle.latDeg(), 1e-9);
  }

  @Test
  void anOpenRingIsNoPolygon() {
    double[] open = {127, 127.1, 127.1, 127.05};
    Coordinates ring = new Coordinates(open, new double[] {37, 37, 37.1, 37.1});
    assertThrows(IllegalArgumentException.class, () -> new Polygon(List.of(ring)));
  }

  @Test
  void aPlaceIsNamedByTheNearestNeighbourhood() {
    LocalPlane plane = new LocalPlane(Position.of(37.26, 127.03));
    Bilingual ingye = new Bilingual("인계동", "Ingye-dong");
    PlaceNames names = new PlaceNames(
        List.of(
            new PlaceNames.Place(new Bilingual("망포동", "Mangpo-dong"), Position.of(37.24, 127.057)),
            new PlaceNames.Place(ingye, Position.of(37.266, 127.03))),
        plane);
    assertEquals(ingye, names.findNearestName(Position.of(37.2636, 127.0286)).orElseThrow());
    assertTrue(
        new PlaceNames(List.of(), plane).findNearestName(Position.of(37, 127)).isEmpty());
  }

  private static Coordinates square(double west, double south, double size) {
    double east = west + size;
    double north = south + size;
    return new Coordinates(
        new double[] {west, east, east, west, west},
        new double[] {south, south, north, north, south});
  }
}

package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bongsu.core.asset.Asset;
import bongsu.core.asset.Camera;
import bongsu.core.asset.Coordinates;
import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.Polygon;
import bongsu.core.geo.Position;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The schematic city against the real Suwon, where the shared data lies beside the project; {@code
 * -Dbongsu.shared.data=DIR} says that it lies elsewhere.
 */
class RealBoundaryTest {
  private static final Path DISTRICTS = Path.of(
          System.getProperty("bongsu.shared.data", "../../shared/data"))
      .resolve("01_boundaries/suwon_gu_dissolved.geojson");

  @Test
  void nineCamerasInTenAndEveryNamedFacilityLieInTheRealSuwon() throws IOException {
    assumeTrue(Files.exists(DISTRICTS), "skipped: no shared data at " + DISTRICTS);
    List<Polygon> suwon = read();
    List<Asset> city = DemoCity.generate();
    List<Position> cameras =
        city.stream().filter(Camera.class::isInstance).map(Asset::position).toList();
    long inside = cameras.stream().filter(p -> covers(suwon, p)).count();
    assertTrue(inside >= 0.9 * cameras.size(), inside + " of " + cameras.size());
    assertEquals(
        List.of(),
        city.stream()
            .filter(a -> a instanceof Facility f && f.facilityType() != FacilityType.SCHOOL)
            .filter(a -> !covers(suwon, a.position()))
            .map(Asset::id)
            .toList());
  }

  private static boolean covers(List<Polygon> suwon, Position p) {
    return suwon.stream().anyMatch(polygon -> polygon.covers(p.latDeg(), p.lonDeg()));
  }

  private static List<Polygon> read() throws IOException {
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode feature : new ObjectMapper().readTree(DISTRICTS.toFile()).path("features")) {
      JsonNode ring = feature.path("geometry").path("coordinates").get(0);
      double[] lon = new double[ring.size()];
      double[] lat = new double[ring.size()];
      for (int i = 0; i < lon.length; i++) {
        lon[i] = ring.get(i).get(0).doubleValue();
        lat[i] = ring.get(i).get(1).doubleValue();
      }
      polygons.add(new Polygon(List.of(new Coordinates(lon, lat))));
    }
    return polygons;
  }
}

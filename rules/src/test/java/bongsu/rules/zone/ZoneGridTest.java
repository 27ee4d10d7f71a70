package bongsu.rules.zone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Against JTS, point by point: within, on and as near to edges and vertices as doubles go. */
class ZoneGridTest {
  private static final Path SHARED =
      Path.of(System.getProperty("bongsu.shared.data", "../../shared/data"));
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));

  private static int[] found(ZoneGrid grid, Coordinate at, int most) {
    int[] found = grid.find(at.x, at.y);
    assertTrue(grid.isIn(found.clone(), at.x, at.y));
    assertFalse(grid.isIn(new int[] {most}, at.x, at.y));
    return found;
  }

  private static int[] byJts(List<Geometry> areas, Coordinate at) {
    return IntStream.range(0, areas.size())
        .filter(i -> areas.get(i).getEnvelopeInternal().covers(at))
        .filter(i -> SimplePointInAreaLocator.locate(at, areas.get(i)) != Location.EXTERIOR)
        .toArray();
  }

  private static void assertSame(List<Geometry> areas, Stream<Coordinate> points) {
    ZoneGrid grid = ZoneGrid.of(areas.stream().map(Outline::of).toList());
    points.forEach(at -> {
      assertArrayEquals(byJts(areas, at), found(grid, at, areas.size()), () -> at.x + " " + at.y);
      assertClear(grid, areas, at);
    });
  }

  private static void assertClear(ZoneGrid grid, List<Geometry> areas, Coordinate at) {
    double clearM = grid.clearanceM(at.x, at.y);
    if (clearM == 0) return;
    Envelope around = new Envelope(at);
    around.expandBy(clearM);
    for (Geometry area : areas) {
      if (!area.getEnvelopeInternal().intersects(around)) continue;
      double edgeM = area.getBoundary().distance(GEOMETRY.createPoint(at));
      assertTrue(edgeM >= clearM, () -> at.x + " " + at.y + " is " + edgeM + " from an edge");
    }
  }

  /** Vertices, middles of edges and their neighbours, and points anywhere in and around the box. */
  private static Stream<Coordinate> points(List<Geometry> areas, long seed, int anywhere) {
    Random random = new Random(seed);
    Geometry all = GEOMETRY.buildGeometry(areas).getEnvelope();
    var box = all.getEnvelopeInternal();
    Stream<Coordinate> within = Stream.generate(() -> new Coordinate(
            box.getMinX() + (random.nextDouble() * 1.2 - 0.1) * box.getWidth(),
            box.getMinY() + (random.nextDouble() * 1.2 - 0.1) * box.getHeight()))
        .limit(anywhere);
    return Stream.concat(within, areas.stream().flatMap(area -> atEdges(area, random)));
  }

  private static Stream<Coordinate> atEdges(Geometry area, Random random) {
    Coordinate[] vertices = area.getCoordinates();
    return IntStream.range(1, vertices.length).boxed().flatMap(i -> {
      Coordinate a = vertices[i - 1];
      Coordinate b = vertices[i];
      double part = random.nextDouble();
      Coordinate on = new Coordinate(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y));
      return Stream.of(
          a,
          on,
          new Coordinate(Math.nextUp(on.x), on.y),
          new Coordinate(Math.nextDown(on.x), on.y),
          new Coordinate(on.x + random.nextGaussian(), b.y),
          new Coordinate(b.x, on.y + random.nextGaussian() * 1e-6));
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suwon_dong_2021",
        "suwon_gu_dissolved",
        "suwon_neighbours_dong_2021",
        "seoul_dong_kostat2013_simple",
        "seoul_gu_kostat2013",
        "seoul_gu_kostat2013_simple",
        "korea_sigungu_2012_simple"
      })
  void realBoundariesAsJtsSeesThem(String name) throws IOException {
    Path file = SHARED.resolve("01_boundaries/" + name + ".geojson");
    assumeTrue(Files.exists(file), "skipped: no shared data at " + file);
    List<Geometry> areas = new ArrayList<>();
    for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).path("features"))
      areas.add(geometry(feature.path("geometry")));
    assertSame(areas, points(areas, 7, 5_000));
  }

  private static Geometry geometry(JsonNode geometry) {
    JsonNode parts = geometry.path("coordinates");
    if (geometry.path("type").asText().equals("Polygon")) return polygon(parts);
    List<Polygon> polygons = new ArrayList<>();
    parts.forEach(part -> polygons.add(polygon(part)));
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> made = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> vertices = new ArrayList<>();
      ring.forEach(v -> vertices.add(
          new Coordinate(PLANE.xM(v.get(0).asDouble()), PLANE.yM(v.get(1).asDouble()))));
      made.add(GEOMETRY.createLinearRing(vertices.toArray(Coordinate[]::new)));
    }
    return GEOMETRY.createPolygon(
        made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  @Test
  void everyValidAreaOfTheJtsSuite() throws IOException {
    Path suite = SHARED.resolve("11_gis_suites/jts_testxml");
    assumeTrue(Files.exists(suite), "skipped: no shared data at " + suite);
    Pattern wkt = Pattern.compile("(MULTI)?POLYGON\\s*\\([^<A-Z]*\\)", Pattern.CASE_INSENSITIVE);
    int tried = 0;
    try (Stream<Path> files = Files.walk(suite)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        Matcher text = wkt.matcher(Files.readString(file));
        while (text.find()) tried += tryArea(text.group());
      }
    }
    assertTrue(tried > 500, tried + " areas");
  }

  private static int tryArea(String wkt) {
    try {
      Geometry area = new WKTReader().read(wkt);
      if (area.isEmpty() || !area.isValid()) return 0;
      assertSame(List.of(area), points(List.of(area), 3, 50));
      return 1;
    } catch (ParseException | IllegalArgumentException notAnArea) {
      return 0;
    }
  }

  @Test
  void aBoundaryBelongsToTheAreaAndAHoleDoesNot() throws ParseException {
    Geometry area = new WKTReader()
        .read("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))");
    ZoneGrid grid = ZoneGrid.of(List.of(Outline.of(area)));
    int[] none = {};
    int[] first = {0};
    assertArrayEquals(first, found(grid, new Coordinate(0, 50), 1));
    assertArrayEquals(first, found(grid, new Coordinate(100, 100), 1));
    assertArrayEquals(first, found(grid, new Coordinate(40, 50), 1));
    assertArrayEquals(none, found(grid, new Coordinate(50, 50), 1));
    assertArrayEquals(none, found(grid, new Coordinate(-0.001, 50), 1));
    assertArrayEquals(none, found(grid, new Coordinate(1e9, Double.NaN), 1));
  }

  @Test
  void noAreasHoldNothing() {
    ZoneGrid grid = ZoneGrid.of(List.of());
    assertArrayEquals(new int[0], grid.find(0, 0));
    assertTrue(grid.isIn(new int[0], 0, 0));
  }
}

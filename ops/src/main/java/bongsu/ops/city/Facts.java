package bongsu.ops.city;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the fact files of the demo city say, and the plane it is drawn on. */
record Facts(
    CityProfile city,
    Borders districts,
    List<Spot> junctions,
    MainRoads roads,
    Water water,
    List<Way> rail,
    List<Spot> underpasses,
    Map<String, List<Spot>> facilities,
    Map<String, List<Spot>> sensors,
    List<Spot> parks,
    LocalPlane plane) {
  private static final String FOLDER = "/city/suwon/";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** @param borders each written once, @param districts rings of border names, {@code -} backwards */
  record Borders(Map<String, List<List<Double>>> borders, List<District> districts) {}

  record District(String id, String name, String nameEn, List<String> ring) {}

  record MainRoads(List<Way> expressways, List<Way> arterials) {}

  record Water(List<Way> streams, List<Spot> lakes, List<Spot> openLand) {}

  /** @param through keys of known places, or {@code [lat, lon]} */
  record Way(
      @Nullable String id,
      @Nullable String line,
      String name,
      String nameEn,
      int lanes,
      List<JsonNode> through) {}

  static Facts load() {
    CityProfile city = read("city", new TypeReference<>() {});
    return new Facts(
        city,
        read("districts", new TypeReference<>() {}),
        read("junctions", new TypeReference<>() {}),
        read("roads", new TypeReference<>() {}),
        read("water", new TypeReference<>() {}),
        read("rail", new TypeReference<>() {}),
        read("underpasses", new TypeReference<>() {}),
        read("facilities", new TypeReference<>() {}),
        read("sensors", new TypeReference<>() {}),
        read("parks", new TypeReference<>() {}),
        city.plane());
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (InputStream in = open(file + ".yaml")) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("city fact file " + file + ".yaml", e);
    }
  }

  /** One of the fact files as it is. */
  static InputStream open(String file) {
    return Objects.requireNonNull(Facts.class.getResourceAsStream(FOLDER + file), file);
  }

  Point point(Position position) {
    return new Point(plane.xM(position.lonDeg()), plane.yM(position.latDeg()));
  }

  Point point(Spot spot) {
    return point(spot.position());
  }

  Point point(List<Double> latLon) {
    return point(Position.of(latLon.get(0), latLon.get(1)));
  }

  /** The points a way runs through. */
  List<Point> points(Way way) {
    return way.through().stream().map(this::point).collect(Collectors.toList());
  }

  Point point(JsonNode through) {
    if (through.isArray())
      return point(Position.of(through.get(0).doubleValue(), through.get(1).doubleValue()));
    String key = through.asText();
    return Stream.concat(junctions.stream(), underpasses.stream())
        .filter(spot -> key.equals(spot.key()))
        .findFirst()
        .map(this::point)
        .orElseThrow(() -> new IllegalArgumentException("roads.yaml: no place " + key));
  }

  /** Six decimals are a tenth of a metre, and keep the files readable. */
  Position position(Point p) {
    Position exact = plane.at(p.x(), p.y());
    return Position.of(
        Math.rint(exact.latDeg() * 1e6) / 1e6, Math.rint(exact.lonDeg() * 1e6) / 1e6);
  }
}

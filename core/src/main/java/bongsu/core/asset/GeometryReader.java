package bongsu.core.asset;

import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.Position;
import bongsu.core.wire.RejectedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** GeoJSON geometries of one feature, with an eye for the mistakes people make. */
final class GeometryReader {
  private static final String FIELD = "geometry";

  private final AssetLimits limits;
  private int positions;

  GeometryReader(AssetLimits limits) {
    this.limits = limits;
  }

  Position point(JsonNode geometry) {
    need(geometry, "Point");
    double[] lonLat = lonLat(array(geometry));
    return Position.of(lonLat[1], lonLat[0]);
  }

  Coordinates line(JsonNode geometry) {
    need(geometry, "LineString");
    return coordinates(array(geometry));
  }

  List<Polygon> polygons(JsonNode geometry) {
    String type = type(geometry);
    JsonNode array = array(geometry);
    if (type.equals("Polygon")) return List.of(polygon(array));
    if (!type.equals("MultiPolygon"))
      throw new RejectedException(
          FIELD + ".type", "must be Polygon or MultiPolygon for this kind, was " + type);
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode polygon : array) polygons.add(polygon(polygon));
    if (polygons.isEmpty()) throw new RejectedException(FIELD, "must have a polygon");
    return polygons;
  }

  private static String type(JsonNode geometry) {
    return geometry.path("type").asText("nothing");
  }

  private static JsonNode array(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    if (!coordinates.isArray())
      throw new RejectedException(FIELD + ".coordinates", "must be an array");
    return coordinates;
  }

  private static void need(JsonNode geometry, String type) {
    String was = type(geometry);
    if (!was.equals(type))
      throw new RejectedException(
          FIELD + ".type", "must be " + type + " for this kind, was " + was);
  }

  private Polygon polygon(JsonNode array) {
    if (!array.isArray()) throw new RejectedException(FIELD, "a polygon must be an array of rings");
    List<Coordinates> rings = new ArrayList<>(array.size());
    for (JsonNode ring : array) rings.add(coordinates(ring));
    return built(() -> new Polygon(rings));
  }

  private Coordinates coordinates(JsonNode array) {
    if (!array.isArray()) throw new RejectedException(FIELD, "must be an array of positions");
    positions += array.size();
    if (positions > limits.maxPositions())
      throw new RejectedException(
          FIELD, "must have at most " + limits.maxPositions() + " positions");
    double[] lonDegs = new double[array.size()];
    double[] latDegs = new double[array.size()];
    for (int i = 0; i < lonDegs.length; i++) {
      double[] lonLat = lonLat(array.get(i));
      lonDegs[i] = lonLat[0];
      latDegs[i] = lonLat[1];
    }
    return built(() -> new Coordinates(lonDegs, latDegs));
  }

  private static <T> T built(Supplier<T> shape) {
    try {
      return shape.get();
    } catch (IllegalArgumentException e) {
      throw new RejectedException(FIELD, String.valueOf(e.getMessage()));
    }
  }

  /** A third number, the height, is allowed and not used. */
  private double[] lonLat(JsonNode position) {
    if (!position.isArray() || position.size() < 2 || position.size() > 3)
      throw new RejectedException(FIELD, "a position must be [lon, lat]");
    for (JsonNode number : position)
      if (!number.isNumber() || !Double.isFinite(number.doubleValue()))
        throw new RejectedException(FIELD, "a position must be two finite numbers, [lon, lat]");
    double lon = position.get(0).doubleValue();
    double lat = position.get(1).doubleValue();
    checkPlace(lon, lat);
    return new double[] {lon, lat};
  }

  private void checkPlace(double lon, double lat) {
    BoundingBox area = limits.area();
    boolean swapped =
        area == null ? Math.abs(lat) > 90 && Math.abs(lon) <= 90 : area.covers(lon, lat);
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180 || (area != null && !area.covers(lat, lon)))
      throw new RejectedException(
          FIELD, swapped ? swappedReason(lon, lat) : outsideReason(lon, lat));
  }

  private static String swappedReason(double lon, double lat) {
    return "looks like [lat, lon]: GeoJSON is [lon, lat], so write [" + lat + ", " + lon + "]";
  }

  private String outsideReason(double lon, double lat) {
    BoundingBox area = limits.area();
    if (area == null)
      return "[" + lon + ", " + lat + "] is not on earth: lon within ±180, lat within ±90";
    return "[%s, %s] lies outside the city's area %s,%s,%s,%s"
        .formatted(lon, lat, area.westDeg(), area.southDeg(), area.eastDeg(), area.northDeg());
  }
}

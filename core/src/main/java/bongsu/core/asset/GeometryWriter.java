package bongsu.core.asset;

import bongsu.core.wire.JsonText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** GeoJSON geometries; the counterpart of {@link GeometryReader}. */
final class GeometryWriter {
  private GeometryWriter() {}

  /** Writes {@code type} and {@code coordinates} into the open object. */
  static void write(Asset asset, JsonText json) {
    if (asset instanceof Zone zone) {
      boolean many = zone.polygons().size() > 1;
      json.put("type", many ? "MultiPolygon" : "Polygon");
      String polygons =
          joined(zone.polygons(), polygon -> array(joined(polygon.rings(), GeometryWriter::line)));
      json.raw("coordinates", many ? array(polygons) : polygons);
    } else if (asset instanceof Asset.AlongLine along) {
      json.put("type", "LineString").raw("coordinates", line(along.line()));
    } else {
      json.put("type", "Point");
      json.raw(
          "coordinates", position(asset.position().lonDeg(), asset.position().latDeg()));
    }
  }

  private static String line(Coordinates line) {
    StringBuilder out = new StringBuilder(24 * line.size());
    for (int i = 0; i < line.size(); i++)
      out.append(i == 0 ? "" : ",").append(position(line.lonDeg(i), line.latDeg(i)));
    return array(out.toString());
  }

  private static String position(double lonDeg, double latDeg) {
    return array(lonDeg + "," + latDeg);
  }

  private static <T> String joined(List<T> items, Function<T, String> write) {
    return items.stream().map(write).collect(Collectors.joining(","));
  }

  private static String array(String items) {
    return '[' + items + ']';
  }
}

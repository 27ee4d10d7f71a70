package bongsu.ops.serve;

import bongsu.core.geo.BoundingBox;
import bongsu.core.wire.JsonText;
import bongsu.ops.city.CityProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node reads of its city at start, in the data directory's {@code city} folder: {@code
 * city.json}, {@code base.geojson}, and the rules, its own ({@code rules/*.yaml}) or else the
 * demo's.
 *
 * @param baseMap GeoJSON, as it is sent to pages
 * @param rules YAML by file name
 */
record CityFiles(CityProfile profile, byte[] baseMap, Map<String, String> rules) {
  private static final double MARGIN_DEG = 0.2;

  static CityFiles read(Path dataDir) throws IOException {
    Path city = dataDir.resolve("city");
    CityProfile profile = CityProfile.read(Files.newInputStream(city.resolve("city.json")));
    byte[] baseMap = Files.readAllBytes(city.resolve("base.geojson"));
    Path rules = city.resolve("rules");
    return new CityFiles(
        profile, baseMap, Files.isDirectory(rules) ? files(rules) : DemoRules.read());
  }

  private static Map<String, String> files(Path dir) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.newDirectoryStream(dir, "*.yaml")) {
      for (Path file : files) texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  /** Where assets may lie: the city and what is around it. */
  BoundingBox area() {
    BoundingBox b = profile.boundingBox();
    return new BoundingBox(
        b.westDeg() - MARGIN_DEG,
        b.southDeg() - MARGIN_DEG,
        b.eastDeg() + MARGIN_DEG,
        b.northDeg() + MARGIN_DEG);
  }

  /** What {@code /api/v1/city} tells. */
  byte[] told(double cityRate) {
    BoundingBox b = profile.boundingBox();
    return new JsonText()
        .open()
        .put("name", profile.name())
        .put("nameEn", profile.nameEn())
        .raw(
            "bbox",
            "[" + b.westDeg() + "," + b.southDeg() + "," + b.eastDeg() + "," + b.northDeg() + "]")
        .raw("center", "[" + profile.centre().lonDeg() + "," + profile.centre().latDeg() + "]")
        .put("schematic", profile.schematic())
        .put("timeZone", profile.timeZone())
        .put("cityRate", cityRate)
        .close()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}

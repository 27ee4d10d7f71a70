package bongsu.ops.serve;

import bongsu.core.asset.PlaceNames;
import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node reads of its city at start: {@code city.yaml} and {@code base.geojson} of the data
 * directory's {@code city} folder, and the rules, its own ({@code rules/*.yaml}) or else the demo's.
 *
 * @param profile name, nameEn, bbox [w,s,e,n], center [lon, lat], schematic, places with name, nameEn
 *     and at [lat, lon]
 * @param baseMap GeoJSON, as it is sent to pages
 * @param rules YAML by file name
 */
record CityFiles(JsonObject profile, byte[] baseMap, Map<String, String> rules) {
  private static final List<String> TOLD = List.of("name", "nameEn", "bbox", "center", "schematic", "timeZone");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final TypeReference<Map<String, Object>> PROFILE = new TypeReference<>() {};

  static CityFiles read(Path dataDir) throws IOException {
    Path city = dataDir.resolve("city");
    JsonObject profile = new JsonObject(YAML.readValue(city.resolve("city.yaml").toFile(), PROFILE));
    byte[] baseMap = Files.readAllBytes(city.resolve("base.geojson"));
    Path rules = city.resolve("rules");
    return new CityFiles(profile, baseMap, Files.isDirectory(rules) ? files(rules) : DemoRules.read());
  }

  /** The origin of the city's plane. */
  Position center() {
    JsonArray center = profile.getJsonArray("center");
    return Position.of(center.getDouble(1), center.getDouble(0));
  }

  /** What {@code /api/v1/city} tells. */
  JsonObject told(double cityRate) {
    JsonObject told = new JsonObject().put("cityRate", cityRate);
    for (String key : TOLD) told.put(key, profile.getValue(key));
    return told;
  }

  /** The names of places, for reports that carry no address. */
  List<PlaceNames.Place> places() {
    List<PlaceNames.Place> places = new ArrayList<>();
    for (Object item : profile.getJsonArray("places", new JsonArray())) {
      JsonObject place = (JsonObject) item;
      JsonArray at = place.getJsonArray("at");
      places.add(new PlaceNames.Place(
          new Bilingual(place.getString("name"), place.getString("nameEn")),
          Position.of(at.getDouble(0), at.getDouble(1))));
    }
    return places;
  }

  /** Where assets may lie. */
  BoundingBox area() {
    JsonArray b = profile.getJsonArray("bbox");
    double margin = 0.2;
    return new BoundingBox(
        b.getDouble(0) - margin, b.getDouble(1) - margin, b.getDouble(2) + margin, b.getDouble(3) + margin);
  }

  private static Map<String, String> files(Path dir) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.newDirectoryStream(dir, "*.yaml")) {
      for (Path file : files) texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  /** The rules that come with the demo city, named in a list since a jar has no folders. */
  static final class DemoRules {
    private static final String FOLDER = "/rules/suwon/";

    private DemoRules() {}

    static Map<String, String> read() throws IOException {
      Map<String, String> texts = new TreeMap<>();
      for (String name : text("files.txt").lines().toList()) if (!name.isBlank()) texts.put(name, text(name));
      return texts;
    }

    private static String text(String name) throws IOException {
      try (InputStream in = DemoRules.class.getResourceAsStream(FOLDER + name)) {
        if (in == null) throw new IOException("missing resource " + FOLDER + name);
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}

package bongsu.core.asset;

import bongsu.core.event.Quantity;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.Fields;
import bongsu.core.wire.RejectedException;
import bongsu.core.wire.WireEnum;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One GeoJSON Feature to one asset; the counterpart of {@link AssetWriter}. */
final class FeatureReader {
  private static final int MAX_TEXT = 200;
  private static final double ANY = 1e9;

  private static final WireEnum<AssetKind> KINDS = WireEnum.of(AssetKind.class);
  private static final WireEnum<CameraPurpose> PURPOSES = WireEnum.of(CameraPurpose.class);
  private static final WireEnum<Quantity> QUANTITIES = WireEnum.of(Quantity.class);
  private static final WireEnum<UnitPosition.Service> SERVICES =
      WireEnum.of(UnitPosition.Service.class);
  private static final WireEnum<FacilityType> FACILITY_TYPES = WireEnum.of(FacilityType.class);
  private static final WireEnum<ZoneType> ZONE_TYPES = WireEnum.of(ZoneType.class);
  private static final WireEnum<RoadClass> ROAD_CLASSES = WireEnum.of(RoadClass.class);

  private final String id;
  private final Bilingual name;
  private final JsonNode node;
  private final Fields properties;

  private FeatureReader(String id, JsonNode properties) {
    this.id = id;
    this.node = properties;
    this.properties = fields(properties);
    String ko = textOr("name", id);
    name = new Bilingual(ko, textOr("nameEn", ko));
  }

  /** @throws RejectedException when it is not an asset, naming the member at fault */
  static Asset read(JsonNode feature, AssetLimits limits) {
    if (!feature.isObject()) throw new RejectedException("", "a feature must be an object");
    if (!feature.path("type").asText().equals("Feature"))
      throw new RejectedException("type", "must be Feature");
    String id = id(feature.path("id"));
    JsonNode properties = object(feature, "properties");
    FeatureReader reader = Fields.within("properties", () -> new FeatureReader(id, properties));
    return reader.read(object(feature, "geometry"), new GeometryReader(limits));
  }

  private Asset read(JsonNode shape, GeometryReader geometry) {
    AssetKind kind = inProperties(() -> properties.oneOf("kind", KINDS));
    return switch (kind) {
      case CAMERA, SENSOR, JUNCTION, UNIT, FACILITY -> {
        Position at = geometry.point(shape);
        yield inProperties(() -> atPoint(kind, at));
      }
      case ROAD, STREAM, RAIL -> {
        Coordinates line = geometry.line(shape);
        yield inProperties(() -> alongLine(kind, line));
      }
      case ZONE -> {
        List<Polygon> polygons = geometry.polygons(shape);
        yield inProperties(
            () -> new Zone(id, name, properties.oneOf("zoneType", ZONE_TYPES), polygons));
      }
    };
  }

  private static <T> T inProperties(Supplier<T> reader) {
    return Fields.within("properties", () -> {
      try {
        return reader.get();
      } catch (InvalidField e) {
        throw new RejectedException(e.field, e.reason);
      }
    });
  }

  private Asset atPoint(AssetKind kind, Position at) {
    return switch (kind) {
      case CAMERA -> camera(at);
      case SENSOR -> sensor(at);
      case JUNCTION -> junction(at);
      case UNIT -> unit(at);
      default -> facility(at);
    };
  }

  private Asset alongLine(AssetKind kind, Coordinates line) {
    return switch (kind) {
      case ROAD -> road(line);
      case RAIL -> new Rail(id, name, line, properties.text("line", MAX_TEXT));
      default -> new Stream(id, name, line);
    };
  }

  private Camera camera(Position at) {
    return new Camera(
        id,
        name,
        at,
        properties.oneOf("purpose", PURPOSES),
        properties.number("headingDeg", -ANY, ANY),
        properties.number("fovDeg", -ANY, ANY),
        properties.number("rangeM", -ANY, ANY),
        properties.flag("ptz"));
  }

  private Sensor sensor(Position at) {
    return new Sensor(
        id,
        name,
        at,
        properties.oneOf("quantity", QUANTITIES),
        properties.text("unit", MAX_TEXT),
        properties.number("periodS", -ANY, ANY),
        levels(),
        textOrNull("place"));
  }

  private Sensor.@Nullable Levels levels() {
    if (!properties.has("levels")) return null;
    Fields levels = fields(object(node, "levels"));
    return Fields.within(
        "levels",
        () -> new Sensor.Levels(
            levels.number("attention", -ANY, ANY), levels.number("alert", -ANY, ANY)));
  }

  private Junction junction(Position at) {
    int phases = properties.whole("phases", 0, Integer.MAX_VALUE);
    int cycleS = properties.whole("cycleS", 0, Integer.MAX_VALUE);
    return new Junction(id, name, at, phases, cycleS, edges());
  }

  private List<String> edges() {
    List<String> edges = new ArrayList<>();
    if (!properties.has("edges")) return edges;
    if (!node.path("edges").isArray())
      throw new RejectedException("edges", "must be an array of ids");
    for (JsonNode edge : node.path("edges")) {
      if (!edge.isTextual()) throw new RejectedException("edges", "must be an array of ids");
      edges.add(edge.textValue());
    }
    return edges;
  }

  private Unit unit(Position at) {
    return new Unit(
        id,
        name,
        at,
        properties.oneOf("service", SERVICES),
        properties.text("unitType", MAX_TEXT),
        textOrNull("base"));
  }

  private Facility facility(Position at) {
    FacilityType type = properties.oneOf("facilityType", FACILITY_TYPES);
    return new Facility(id, name, at, type, textOrNull("district"));
  }

  private Road road(Coordinates line) {
    return new Road(
        id,
        name,
        line,
        properties.text("from", MAX_TEXT),
        properties.text("to", MAX_TEXT),
        properties.whole("lanes", 0, Integer.MAX_VALUE),
        properties.number("speedMps", -ANY, ANY),
        properties.oneOf("roadClass", ROAD_CLASSES),
        properties.flag("oneway"));
  }

  private @Nullable String textOrNull(String field) {
    return properties.findText(field, MAX_TEXT).filter(text -> !text.isBlank()).orElse(null);
  }

  private String textOr(String field, String other) {
    String text = textOrNull(field);
    return text == null ? other : text;
  }

  private static String id(JsonNode node) {
    if (!node.isTextual()) throw new RejectedException("id", "is required, as text");
    try {
      Check.id(node.textValue());
    } catch (InvalidField e) {
      throw new RejectedException(e.field, e.reason);
    }
    return node.textValue();
  }

  private static JsonNode object(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (!node.isObject()) throw new RejectedException(field, "is required, an object");
    return node;
  }

  private static Fields fields(JsonNode object) {
    try (JsonParser parser = object.traverse()) {
      parser.nextToken();
      return Fields.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a tree in memory does not read", e);
    }
  }
}

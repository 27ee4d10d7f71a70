package bongsu.ops.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.AssetLimits;
import bongsu.core.asset.Sensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of assets say what the GeoJSON decoder does. */
class AssetSchemaTest {
  /** As {@code PUT /api/v1/assets} has them, but for the city's own area. */
  private static final AssetLimits LIMITS = new AssetLimits(16 << 20, 20_000, 20_000, null);

  private static String nameOf(AssetKind kind) {
    return FullAssets.classOf(kind).getSimpleName() + "Asset";
  }

  private static Shape properties(AssetKind kind) {
    return Contract.shape(nameOf(kind)).property("properties");
  }

  @Test
  void everyKindOfAssetHasASchemaAndNoOtherDoes() {
    Set<String> kinds = new TreeSet<>();
    for (AssetKind kind : AssetKind.values()) kinds.add(nameOf(kind) + ".json");
    Set<String> offered = new TreeSet<>();
    Contract.read("schemas/Asset.json")
        .path("oneOf")
        .forEach(branch -> offered.add(branch.path("$ref").asText()));
    assertEquals(kinds, offered);
  }

  @ParameterizedTest
  @EnumSource
  void propertiesAreThoseOfTheRecord(AssetKind kind) {
    Class<?> type = FullAssets.classOf(kind);
    Set<String> fields = Vocabulary.fields(type);
    fields.removeAll(Set.of("id", "position", kind == AssetKind.ZONE ? "polygons" : "line"));
    fields.addAll(Set.of("kind", "nameEn"));
    if (fields.remove("railLine")) fields.add("line");
    assertEquals(fields, new TreeSet<>(properties(kind).properties().keySet()));
    Vocabulary.assertWords(type, properties(kind));
    assertEquals(
        Vocabulary.words(AssetKind.class).toArray()[kind.ordinal()],
        properties(kind).property("kind").keyword("const").asText());
  }

  @Test
  void levelsAreThoseOfTheRecord() {
    assertEquals(
        Vocabulary.fields(Sensor.Levels.class),
        new TreeSet<>(
            properties(AssetKind.SENSOR).property("levels").properties().keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheWriterWritesIsValidAndUsesEveryField(AssetKind kind) {
    ObjectNode full = FullAssets.of(kind);
    assertEquals(List.of(), reasons(full));
    String written = AssetGeoJson.encode(decode(full).assets().get(0));
    assertEquals(full, Mutants.parse(written));
    assertEquals(List.of(), Contract.strictObjections(nameOf(kind), full));
    assertEquals(List.of(), Contract.objections("Asset", full));
    assertEquals(
        properties(kind).properties().keySet().size(), full.path("properties").size());
  }

  @ParameterizedTest
  @EnumSource
  void schemaAndDecoderAgreeOnEveryMutant(AssetKind kind) {
    String[] skipped =
        kind == AssetKind.ZONE ? new String[] {"/geometry/coordinates"} : new String[0];
    List<String> apart = new ArrayList<>();
    for (Mutants.Mutant m : Mutants.of(Contract.shape(nameOf(kind)), FullAssets.of(kind), skipped))
      if (Contract.objections(nameOf(kind), m.message()).isEmpty() != accepts(m.message()))
        apart.add(m.what() + ": schema " + Contract.objections(nameOf(kind), m.message())
            + ", decoder " + reasons(m.message()));
    assertEquals(List.of(), apart);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[]]",
        "[[[127,37],[127.1,37],[127,37]]]",
        "[[[127,37],[127.1,37],[127.1,91],[127,37]]]",
        "[[127,37],[127.1,37],[127.1,37.1],[127,37]]",
        "[[[127],[127.1,37],[127.1,37.1],[127]]]"
      })
  void aRingThatIsNoneIsRefusedByBoth(String coordinates) {
    for (String type : List.of("Polygon", "MultiPolygon")) {
      ObjectNode zone = FullAssets.of(AssetKind.ZONE);
      String all = type.equals("Polygon") || coordinates.equals("[]")
          ? coordinates
          : "[" + coordinates + "]";
      zone.putObject("geometry").put("type", type).set("coordinates", Mutants.parse(all));
      assertNotEquals(List.of(), Contract.objections("ZoneAsset", zone), all);
      assertNotEquals(List.of(), reasons(zone), all);
    }
  }

  @Test
  void aRingThatIsNotClosedIsRefusedByTheDecoderAlone() {
    ObjectNode zone = FullAssets.of(AssetKind.ZONE);
    zone.putObject("geometry")
        .put("type", "Polygon")
        .set("coordinates", Mutants.parse("[[[127,37],[127.1,37],[127.1,37.1],[127,37.1]]]"));
    assertTrue(reasons(zone).toString().contains("not closed"));
  }

  @Test
  void bothFormsOfAZoneAreTaken() {
    ObjectNode zone = FullAssets.of(AssetKind.ZONE);
    JsonNode rings = zone.path("geometry").path("coordinates");
    zone.putObject("geometry")
        .put("type", "MultiPolygon")
        .putArray("coordinates")
        .add(rings)
        .add(rings);
    Stream.of(FullAssets.of(AssetKind.ZONE), zone).forEach(each -> {
      assertEquals(List.of(), reasons(each));
      assertEquals(List.of(), Contract.strictObjections("ZoneAsset", each));
    });
  }

  @Test
  void aCollectionIsValidAsItIsWritten() {
    List<Asset> all = new ArrayList<>();
    for (AssetKind kind : AssetKind.values())
      all.addAll(decode(FullAssets.of(kind)).assets());
    JsonNode written =
        Mutants.parse(AssetGeoJson.encodeAll(all, java.util.Map.of("schematic", true)));
    assertEquals(List.of(), Contract.strictObjections("AssetCollection", written));
    assertEquals(List.of(), Contract.objections("Assets", written));
  }

  private static boolean accepts(JsonNode feature) {
    return reasons(feature).isEmpty();
  }

  private static List<AssetGeoJson.Rejection> reasons(JsonNode feature) {
    return decode(feature).rejections();
  }

  private static AssetGeoJson.Decoded decode(JsonNode feature) {
    return AssetGeoJson.decode(feature.toString().getBytes(StandardCharsets.UTF_8), LIMITS);
  }
}

package bongsu.ops.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The contract files as a node serves them, and what they say of a message. */
public final class Contract {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Map<String, byte[]> FILES = bongsu.verticles.page.WebRoot.read(
          Contract.class.getClassLoader(), "contract")
      .files();
  private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();
  private static final String ROOT = "https://city.example/api/v1/";
  private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
      SpecVersion.VersionFlag.V202012,
      factory -> factory.schemaLoaders(loaders -> loaders.schemas(Contract::textAt)));
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private Contract() {}

  private static String textAt(String address) {
    byte[] file = address.startsWith(ROOT) ? FILES.get(address.substring(ROOT.length())) : null;
    return file == null ? null : new String(file, StandardCharsets.UTF_8);
  }

  /** A file as a tree: {@code openapi.yaml}, {@code schemas/CallReport.json}. */
  public static JsonNode read(String file) {
    return READ.computeIfAbsent(file, name -> {
      try {
        if (!FILES.containsKey(name)) throw new IllegalArgumentException("no such file: " + name);
        return YAML.readTree(FILES.get(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** All files, by name under {@code /api/v1/}. */
  public static List<String> files() {
    return List.copyOf(new TreeMap<>(FILES).keySet());
  }

  /** The names of all schemas, such as {@code CallReport}. */
  public static List<String> schemas() {
    return files().stream()
        .filter(file -> file.startsWith("schemas/"))
        .map(file -> file.substring("schemas/".length(), file.length() - ".json".length()))
        .toList();
  }

  /** The shape of a schema, to look into. */
  public static Shape shape(String name) {
    return Shape.of("schemas/" + name + ".json", "");
  }

  /** What a schema says against a message; empty when it is valid. */
  public static List<String> objections(String name, JsonNode message) {
    SchemaLocation at = SchemaLocation.of(ROOT + "schemas/" + name + ".json");
    return SCHEMAS.getSchema(at, STRICT).validate(message).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  /** As above, and which of the message's fields the schema does not have. */
  public static List<String> strictObjections(String name, JsonNode message) {
    List<String> all = new ArrayList<>(objections(name, message));
    all.addAll(shape(name).undocumented("", message));
    return all;
  }

  /** What the meta-schema says against a schema. */
  static List<String> objectionsTo(String name) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()), STRICT)
        .validate(read("schemas/" + name + ".json"))
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}

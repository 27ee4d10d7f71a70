package bongsu.ops.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the configuration: defaults, over them the file, over it the command line. */
final class ConfigurationFile {
  private static final ObjectMapper YAML = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .build();

  private ConfigurationFile() {}

  /**
   * @param file null when only defaults and options count
   * @param options by key of {@link Configuration}
   * @throws LaunchException naming the key and what is allowed
   */
  static Configuration load(@Nullable Path file, Map<String, Object> options) {
    ObjectNode all = defaults();
    if (file != null) lay(read(file), all);
    lay(YAML.valueToTree(options), all);
    String source = file == null ? "options" : file.toString();
    try {
      return YAML.treeToValue(all, Configuration.class);
    } catch (JsonProcessingException e) {
      throw new LaunchException(source + ": " + explain(e), e);
    }
  }

  private static ObjectNode defaults() {
    try (InputStream file = ConfigurationFile.class.getResourceAsStream("/bongsu-defaults.yaml")) {
      return (ObjectNode) YAML.readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException("bongsu-defaults.yaml", e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode tree = YAML.readTree(Files.readString(file));
      if (tree.isObject() || tree.isMissingNode() || tree.isNull()) return tree;
      throw new LaunchException(file + ": must be a list of 'key: value' lines");
    } catch (NoSuchFileException e) {
      throw new LaunchException(file + ": there is no such configuration file", e);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new LaunchException(file + ":" + line + ": " + firstLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new LaunchException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static void lay(JsonNode above, ObjectNode below) {
    for (Map.Entry<String, JsonNode> entry : above.properties()) {
      JsonNode now = below.get(entry.getKey());
      if (now instanceof ObjectNode both && entry.getValue().isObject()) {
        lay(entry.getValue(), both);
      } else {
        below.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static String explain(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      String allowed = new TreeSet<>(unknown.getKnownPropertyIds())
          .stream().map(Object::toString).collect(Collectors.joining(", "));
      return "unknown key '" + key(unknown) + "'; allowed here: " + allowed;
    }
    if (e instanceof ValueInstantiationException bad && bad.getCause() != null) {
      String within = key(bad);
      boolean isNull = bad.getCause() instanceof NullPointerException;
      String reason = isNull ? "no key may be null here" : bad.getCause().getMessage();
      return (within.isEmpty() ? "" : within + ": ") + reason;
    }
    if (e instanceof MismatchedInputException wrong) {
      return "key '" + key(wrong) + "' must be " + kind(wrong.getTargetType());
    }
    return firstLine(e.getOriginalMessage());
  }

  private static String key(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .collect(Collectors.joining("."));
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == int.class || type == long.class) return "a whole number";
    if (type == boolean.class) return "true or false";
    return type == String.class ? "a text" : "present, with its own keys";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }
}

package bongsu.ops.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The scenarios by name, and when in the city's time each begins ({@code scenarios.yaml}). */
final class Scenarios {
  private final JsonNode byName;

  Scenarios() {
    try (InputStream file = Scenarios.class.getResourceAsStream("/scenarios.yaml")) {
      byName = new YAMLMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException("scenarios.yaml", e);
    }
  }

  /**
   * The clock of a run that plays the scenario.
   *
   * @param scenario null for an ordinary day, now
   */
  CityTime clock(@Nullable String scenario, OffsetDateTime now, int rate) {
    JsonNode start = scenario == null ? null : getScenario(scenario).get("start");
    return new CityTime(start == null ? null : OffsetDateTime.parse(start.asText()), now, rate);
  }

  private JsonNode getScenario(String name) {
    JsonNode found = byName.get(name);
    if (found != null) return found;
    List<String> names = new ArrayList<>();
    byName.fieldNames().forEachRemaining(names::add);
    throw new LaunchException(
        "unknown scenario '" + name + "'; there are " + String.join(", ", names));
  }
}

package bongsu.ops.launch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher tells the simulator, as one line of JSON on its standard input.
 *
 * @param dataDir absolute
 * @param scenario null for an ordinary day
 * @param speed 1–60, the city clock's rate
 * @param tokens the machine tokens it signs in with, by token name
 */
public record SimulatorSettings(
    String host,
    int httpPort,
    int mqttPort,
    String dataDir,
    @Nullable String scenario,
    int speed,
    CityTime city,
    long seed,
    @Nullable String certificate,
    Map<String, String> tokens) {
  public SimulatorSettings {
    tokens = Map.copyOf(tokens);
  }

  @Override
  public String toString() {
    return "simulator of " + host + ":" + httpPort + " with " + tokens.size() + " tokens";
  }
}

package bongsu.ops.launch;

import bongsu.ops.postgres.StoreAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, by {@code --config FILE} (YAML) and, for the first seven, by options
 * of the same names. The defaults, with a comment for each, are in {@code
 * bongsu-defaults.yaml}.
 *
 * @param host the address that HTTP and MQTT listen on
 * @param nodes 1–16 processes that share the ports
 * @param simulator whether the demo city is simulated
 * @param scenario what the simulator plays, or null for an ordinary day
 * @param speed 1–60: city seconds in a real second
 * @param nodeMemoryMb heap of each node, MiB
 * @param seed of the simulator: the same seed, the same day
 * @param store a PostgreSQL of one's own, or null for the embedded one
 */
public record Configuration(
    String host,
    int httpPort,
    int mqttPort,
    int nodes,
    boolean simulator,
    @Nullable String scenario,
    int speed,
    int nodeMemoryMb,
    long seed,
    Telemetry telemetry,
    @Nullable Store store) {
  public Configuration {
    Objects.requireNonNull(telemetry);
    require(!host.isBlank(), "host must not be empty");
    requireBetween("httpPort", httpPort, 1, 65_535);
    requireBetween("mqttPort", mqttPort, 1, 65_535);
    require(httpPort != mqttPort, "httpPort and mqttPort must differ, both are " + httpPort);
    requireBetween("nodes", nodes, 1, 16);
    requireBetween("speed", speed, 1, 60);
    requireBetween("nodeMemoryMb", nodeMemoryMb, 256, 65_536);
    require(simulator || scenario == null, "a scenario needs the simulator");
  }

  /** For nodes, which must not know the password of the schema's owner. */
  Configuration withoutStore() {
    return new Configuration(
        host,
        httpPort,
        mqttPort,
        nodes,
        simulator,
        scenario,
        speed,
        nodeMemoryMb,
        seed,
        telemetry,
        null);
  }

  /**
   * How much telemetry is kept; the older days go first.
   *
   * @param keepGb 10⁹ bytes on disk
   */
  public record Telemetry(int keepDays, int keepGb) {
    public Telemetry {
      requireBetween("keepDays", keepDays, 1, 3_650);
      requireBetween("keepGb", keepGb, 1, 100_000);
    }
  }

  /** A PostgreSQL ≥ 15 that somebody else keeps: one role for rows, one that owns the schema. */
  public record Store(
      String host,
      int port,
      String database,
      String user,
      String password,
      String ownerUser,
      String ownerPassword) {
    public Store {
      new StoreAddress(host, port, database, user, password);
      new StoreAddress(host, port, database, ownerUser, ownerPassword);
      require(!user.equals(ownerUser), "user and ownerUser must differ");
    }

    StoreAddress app() {
      return new StoreAddress(host, port, database, user, password);
    }

    StoreAddress owner() {
      return new StoreAddress(host, port, database, ownerUser, ownerPassword);
    }

    @Override
    public String toString() {
      return app().toString();
    }
  }

  private static void requireBetween(String key, int value, int least, int most) {
    require(
        value >= least && value <= most,
        key + " must be between " + least + " and " + most + ", was " + value);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw new IllegalArgumentException(otherwise);
  }
}

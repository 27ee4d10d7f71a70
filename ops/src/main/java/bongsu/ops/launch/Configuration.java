package bongsu.ops.launch;

import bongsu.ops.postgres.StoreAddress;
import io.netty.util.NetUtil;
import java.util.Objects;
import java.util.Set;
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
 * @param limits how many may be connected
 * @param backup what is copied away all the time
 * @param journal how much of its disk each node may fill while the store is away
 * @param tls for HTTP and MQTT, or null for none
 * @param proxy what stands between people and us, or null for nothing
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
    Limits limits,
    Backup backup,
    Journal journal,
    @Nullable Tls tls,
    @Nullable Proxy proxy,
    @Nullable Store store) {
  public Configuration {
    Objects.requireNonNull(telemetry);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(backup);
    Objects.requireNonNull(journal);
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
        limits,
        backup,
        journal,
        tls,
        proxy,
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

  /**
   * How many may be connected to each node.
   *
   * @param mqttConnectionsPerToken of them with the same token
   */
  public record Limits(int mqttConnections, int mqttConnectionsPerToken, int httpConnections) {
    public Limits {
      requireBetween("mqttConnections", mqttConnections, 1, 1_000_000);
      requireBetween("mqttConnectionsPerToken", mqttConnectionsPerToken, 1, 1_000_000);
      requireBetween("httpConnections", httpConnections, 1, 1_000_000);
    }
  }

  /**
   * Where the embedded store copies its log to, so that a backup can be brought up to date.
   *
   * @param archive absolute, or null for nowhere
   * @param archiveWithinS how long what is committed may wait for that
   */
  public record Backup(@Nullable String archive, int archiveWithinS) {
    public Backup {
      requireBetween("archiveWithinS", archiveWithinS, 1, 3_600);
    }
  }

  /**
   * What each node keeps itself while the store is away.
   *
   * @param maxMb MiB in all
   * @param callsMb of them for calls and help signals only
   */
  public record Journal(int maxMb, int callsMb) {
    public Journal {
      requireBetween("maxMb", maxMb, 1, 1_000_000);
      requireBetween("callsMb", callsMb, 1, maxMb);
    }
  }

  /**
   * PEM files.
   *
   * @param certificate the server's, then those that vouch for it
   * @param key its private key
   */
  public record Tls(String certificate, String key) {
    public Tls {
      require(!certificate.isBlank(), "certificate must name a PEM file");
      require(!key.isBlank(), "key must name a PEM file");
    }
  }

  /**
   * A proxy that people come through.
   *
   * @param origins where it serves our pages: {@code https://bongsu.city}
   * @param addresses its own, from which X-Forwarded-For is believed
   */
  public record Proxy(Set<String> origins, Set<String> addresses) {
    private static final String ORIGIN = "https?://[^/?#@\\s]+";

    public Proxy {
      origins = Set.copyOf(origins);
      addresses = Set.copyOf(addresses);
      require(!origins.isEmpty(), "origins must name where the pages are, as https://bongsu.city");
      require(!addresses.isEmpty(), "addresses must name the proxy's own, as 10.0.0.5");
      for (String origin : origins)
        require(origin.matches(ORIGIN), "origins: " + origin + " is not like https://bongsu.city");
      for (String address : addresses)
        require(isAddress(address), "addresses: " + address + " is not like 10.0.0.5");
    }

    private static boolean isAddress(String text) {
      return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    /** Whether people reach it by HTTPS. */
    public boolean secure() {
      return origins.stream().allMatch(origin -> origin.startsWith("https://"));
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

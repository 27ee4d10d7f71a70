package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.ops.Bongsu;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.DataDirectory;
import bongsu.ops.launch.RunFiles;
import bongsu.ops.postgres.FreePort;
import bongsu.ops.postgres.TestStore;
import bongsu.verticles.access.TokenGrant;
import bongsu.verticles.access.TokenStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A city as its users have it: launcher, nodes and store, each a process of its own. */
final class RunningCity implements AutoCloseable {
  /** What {@link #feed} may speak for. */
  static final Set<String> SOURCES = Set.of("fire-119", "police-112", "water", "bells", "avl");

  final int httpPort;
  final int mqttPort;
  /** A token that may send everything of {@link #SOURCES}. */
  String feed = "";
  /** A token that may send camera events only, of its own source. */
  String cameras = "";
  /** A token that may see and do all. */
  String desk = "";

  /** Null when it speaks without TLS. */
  final SSLContext tls;

  final Path data;
  /** What of it can be struck. */
  final CityProcesses processes;

  private final int nodes;
  private final Map<String, String> environment = new HashMap<>();
  private Process launcher;
  private Connection store;

  private RunningCity(Path data, int nodes, String settings, SSLContext tls) throws IOException {
    this.nodes = nodes;
    this.tls = tls;
    this.data = DataDirectory.open(data).path();
    this.processes = new CityProcesses(this.data);
    sharePrograms(this.data);
    Files.writeString(this.data.resolve("test.yaml"), settings);
    List<Integer> ports = FreePort.find(2);
    httpPort = ports.get(0);
    mqttPort = ports.get(1);
  }

  /**
   * A new city that runs and knows the three tokens.
   *
   * @param name of its directory under this module's target; what a run before left there goes
   */
  static RunningCity start(String name, int nodes) throws Exception {
    return start(name, nodes, "nodeMemoryMb: 512\nsimulator: false\n", null);
  }

  /**
   * As above, set up in another way.
   *
   * @param settings YAML
   * @param tls what clients trust; null when it speaks without TLS
   */
  static RunningCity start(String name, int nodes, String settings, SSLContext tls)
      throws Exception {
    return start(name, nodes, settings, tls, null);
  }

  /** As above. @param journals where they lie instead; null for where they always do */
  static RunningCity start(String name, int nodes, String settings, SSLContext tls, Path journals)
      throws Exception {
    Path dir = Path.of("target", name).toAbsolutePath();
    delete(dir);
    RunningCity city = new RunningCity(dir, nodes, settings, tls);
    if (journals != null) Files.createSymbolicLink(city.data.resolve("journal"), journals);
    return city.begin();
  }

  /** As the first, but with the programs of a directory before those of the system. */
  static RunningCity start(String name, int nodes, Path programs) throws Exception {
    Path dir = Path.of("target", name).toAbsolutePath();
    delete(dir);
    RunningCity city = new RunningCity(dir, nodes, "nodeMemoryMb: 512\nsimulator: false\n", null);
    city.environment.put("PATH", programs + ":" + System.getenv("PATH"));
    return city.begin();
  }

  private RunningCity begin() throws Exception {
    try {
      launch();
      giveTokens();
      return this;
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  static void delete(Path dir) throws IOException {
    if (!Files.exists(dir)) return;
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }

  /** So that they need not be unpacked again there. */
  static void sharePrograms(Path data) throws IOException {
    Path programs = TestStore.unpackedPrograms();
    Path link = data.resolve(programs.getFileName());
    if (!Files.exists(link)) Files.createSymbolicLink(link, programs);
  }

  /** A city that was restored to a directory, which knows the tokens of another. */
  static RunningCity resume(Path data, RunningCity other) throws Exception {
    RunningCity city = new RunningCity(data, 1, "nodeMemoryMb: 512\nsimulator: false\n", other.tls);
    city.feed = other.feed;
    city.desk = other.desk;
    city.launch();
    return city;
  }

  private void launch() throws Exception {
    Path said = data.resolve("said");
    Files.deleteIfExists(said);
    ProcessBuilder builder =
        new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    launcher = builder.start();
    Await.until("the city to run", () -> said(said).contains("Bongsu runs") || !launcher.isAlive());
    assertTrue(launcher.isAlive(), said(said));
    store = RunFiles.getStore(data).connect();
    CityClient health = new CityClient(this, "");
    Await.until("all shards to be owned", () -> health.get("/health/ready").status() == 200);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bongsu.class.getName()));
    command.addAll(List.of("run", "--data", data.toString(), "--nodes", "" + nodes));
    command.addAll(List.of("--http", "" + httpPort, "--mqtt", "" + mqttPort));
    command.addAll(List.of("--config", data.resolve("test.yaml").toString()));
    return command;
  }

  private static String said(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private void giveTokens() {
    try (OpenStore open = OpenStore.at(RunFiles.getStore(data))) {
      TokenStore tokens = new TokenStore(open.pool());
      feed = open.get(tokens.create("test", grant("feed", SOURCES, Right.SEND_ALL)));
      cameras = open.get(
          tokens.create("test", grant("cameras", Set.of("vms-1"), Right.SEND_CAMERA_EVENT)));
      desk = open.get(tokens.create(
          "test",
          grant(
              "desk",
              Set.of(),
              Right.READ_LIVE,
              Right.READ_INCIDENTS,
              Right.COMMAND,
              Right.ADMINISTER)));
    }
    for (String token : List.of(feed, cameras, desk))
      Await.until("each node to know the tokens", () -> isKnownEverywhere(token));
  }

  /** Which node takes a connection is the kernel's choice, so it takes several to reach all. */
  private boolean isKnownEverywhere(String token) {
    return Stream.generate(() -> new CityClient(this, token))
        .limit(nodes == 1 ? 1 : 8L * nodes)
        .allMatch(client -> client.get("/api/v1/session").status() == 200);
  }

  private static TokenGrant grant(String name, Set<String> sources, Right... rights) {
    return new TokenGrant(name, sources, Set.of(rights), false, null);
  }

  /** Stops it as Ctrl-C does and starts it again. */
  void restart() throws Exception {
    stop();
    launch();
  }

  private void stop() throws Exception {
    store.close();
    launcher.destroy();
    assertTrue(launcher.waitFor(60, TimeUnit.SECONDS), "the launcher does not stop");
  }

  /** Of the first administrator, {@code admin}. */
  String adminPassword() throws IOException {
    return Files.readString(data.resolve("admin-password")).strip();
  }

  /** Its HTTP address, without a slash at its end. */
  String url() {
    return (tls == null ? "http" : "https") + "://127.0.0.1:" + httpPort;
  }

  /** A client that trusts it. */
  HttpClient httpClient() {
    HttpClient.Builder client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10));
    return tls == null ? client.build() : client.sslContext(tls).build();
  }

  /** Changes the schema as its owner may. */
  void asOwner(String sql) throws SQLException {
    try (Connection owner = RunFiles.getOwner(data).connect();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a node's log says. */
  String log(String node) {
    return said(data.resolve("logs/" + node + ".log"));
  }

  /** As a machine that is lost: launcher, nodes, store. */
  void killEverything() {
    launcher.destroyForcibly();
    processes.killAll();
  }

  /** After the store was away the tests' own connection is gone as well. */
  synchronized void reconnect() {
    store = Await.some("the store to answer", () -> {
      try {
        return Optional.of(RunFiles.getStore(data).connect());
      } catch (RuntimeException | SQLException away) {
        return Optional.empty();
      }
    });
  }

  /** It starts nothing again until it is thawed. */
  void freezeLauncher() throws Exception {
    CityProcesses.signal("STOP", List.of("" + launcher.pid()));
  }

  void thawLauncher() throws Exception {
    CityProcesses.signal("CONT", List.of("" + launcher.pid()));
  }

  /** The node whose process a lease's owner is: the owner's name without what changes at a start. */
  static String nodeOf(String owner) {
    return owner.substring(0, "node-1".length());
  }

  /** One column of all rows, as text. */
  synchronized List<String> rows(String sql) {
    try (var statement = store.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) rows.add(found.getString(1));
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The one value a query answers. */
  String one(String sql) {
    return rows(sql).get(0);
  }

  /** The one incident that a receipt, or a help signal's event, is part of, as soon as there is one. */
  String incidentOf(String receiptNo) {
    List<String> ids = Await.some("the incident of " + receiptNo, () -> {
      List<String> found =
          rows("select distinct incident_id from incident_change where body like '%\"" + receiptNo
              + "\"%'");
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    });
    assertEquals(1, ids.size());
    return ids.get(0);
  }

  @Override
  public void close() throws Exception {
    launcher.destroy();
    if (!launcher.waitFor(60, TimeUnit.SECONDS)) launcher.destroyForcibly();
    processes.killAll();
  }
}

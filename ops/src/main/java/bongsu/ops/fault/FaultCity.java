package bongsu.ops.fault;

import bongsu.core.access.Right;
import bongsu.ops.Bongsu;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.DataDirectory;
import bongsu.ops.launch.LaunchException;
import bongsu.ops.launch.RunFiles;
import bongsu.ops.postgres.FreePort;
import bongsu.verticles.access.AuditLog;
import bongsu.verticles.access.TokenGrant;
import bongsu.verticles.access.TokenStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bench's own city: launcher, nodes and store, each a process that can be struck. */
public final class FaultCity implements AutoCloseable {
  private static final long START_MS = 400_000;
  private static final String OWNERS =
      "select distinct owner from shard_lease where expires_at > clock_timestamp()";

  private final Path data;
  private final Path work;
  private final int nodes;
  private final List<Path> before;
  private final int httpPort;
  private final int mqttPort;
  private @Nullable Process launcher;

  /**
   * @param dir for the city's data and what the bench notes; emptied
   * @param before put in front of the class path of launcher and nodes
   */
  public FaultCity(Path dir, int nodes, List<Path> before) throws IOException {
    this.nodes = nodes;
    this.before = before;
    this.work = Workplace.fresh(dir);
    this.data = DataDirectory.open(dir.resolve("city")).path();
    List<Integer> ports = FreePort.find(2);
    httpPort = ports.get(0);
    mqttPort = ports.get(1);
    Files.createDirectories(data.resolve("city/rules"));
    Files.writeString(data.resolve("city/rules/fault.yaml"), Events.RULES);
    Files.writeString(work.resolve("city.yaml"), "nodeMemoryMb: 512\nsimulator: false\n");
  }

  /** Everything runs when this returns. */
  public void start() throws IOException, InterruptedException {
    Path said = work.resolve("said");
    Files.deleteIfExists(said);
    Process started = new ProcessBuilder(command())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    launcher = started;
    boolean runs = Patience.until(
        START_MS, () -> Files.readString(said).contains("Bongsu runs") || !started.isAlive());
    if (!runs || !started.isAlive())
      throw new LaunchException("the bench's city does not start: " + Files.readString(said));
  }

  private List<String> command() {
    List<String> path = new ArrayList<>(before.stream().map(Path::toString).toList());
    path.add(System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", String.join(":", path), Bongsu.class.getName()));
    command.addAll(List.of("run", "--data", data.toString(), "--nodes", "" + nodes));
    command.addAll(List.of("--http", "" + httpPort, "--mqtt", "" + mqttPort));
    command.addAll(List.of("--config", work.resolve("city.yaml").toString()));
    return command;
  }

  /** A token that may send for the sources, or see the live stream when there are none. */
  public String token(String name, Set<String> sources) {
    Set<Right> rights = sources.isEmpty() ? Set.of(Right.READ_LIVE) : Set.of(Right.SEND_ALL);
    try (OpenStore open = OpenStore.at(RunFiles.getStore(data))) {
      return open.get(new TokenStore(open.pool())
          .create("fault", new TokenGrant(name, sources, rights, false, null)));
    }
  }

  /** Whether the chain of the audit log holds. */
  AuditLog.Verdict audit() {
    try (OpenStore open = OpenStore.at(RunFiles.getStore(data))) {
      return open.get(new AuditLog(open.pool()).verify());
    }
  }

  int nodes() {
    return nodes;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  public InetSocketAddress mqtt() {
    return new InetSocketAddress("127.0.0.1", mqttPort);
  }

  /** Where the bench keeps its own files. */
  Path work() {
    return work;
  }

  public Connection store() throws SQLException {
    return RunFiles.getStore(data).connect();
  }

  /** As the owner of the schema. */
  Connection owner() throws SQLException {
    return RunFiles.getOwner(data).connect();
  }

  /** The nodes that hold leases now; none while the store is away. */
  Set<String> owners() {
    Set<String> owners = new HashSet<>();
    try (Connection store = store();
        ResultSet rows = store.createStatement().executeQuery(OWNERS)) {
      while (rows.next()) owners.add(rows.getString(1).substring(0, "node-1".length()));
    } catch (SQLException | LaunchException away) {
      owners.clear();
    }
    return owners;
  }

  public long launcherPid() {
    Process running = launcher;
    return running == null ? -1 : running.pid();
  }

  boolean launcherLives() {
    Process running = launcher;
    return running != null && running.isAlive();
  }

  /** The process number of {@code node-1} … by its name. */
  long nodePid(String node) throws IOException {
    return Long.parseLong(Files.readString(data.resolve("run/" + node + ".pid")).split(" ", 2)[0]);
  }

  public long storePid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
  }

  /** Where its data lie. */
  public Path data() {
    return data;
  }

  /** Asks it to end, and waits. */
  void stop() throws InterruptedException {
    Process running = launcher;
    if (running == null) return;
    running.destroy();
    if (!running.waitFor(60, TimeUnit.SECONDS)) running.destroyForcibly();
  }

  /** All of it at once, the launcher first: it would start the others again. */
  void kill() {
    if (launcher != null) launcher.destroyForcibly().onExit().join();
    List<ProcessHandle> all = ProcessHandle.allProcesses().filter(this::isOurs).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  @Override
  public void close() throws InterruptedException {
    stop();
    kill();
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).contains(data + "/")
          && process.pid() != ProcessHandle.current().pid();
    } catch (IOException ended) {
      return false;
    }
  }
}

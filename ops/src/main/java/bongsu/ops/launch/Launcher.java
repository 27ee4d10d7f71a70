package bongsu.ops.launch;

import bongsu.ops.postgres.Archive;
import bongsu.ops.postgres.ForeignStore;
import bongsu.ops.postgres.FreePort;
import bongsu.ops.postgres.SchemaMigration;
import bongsu.ops.postgres.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts a city in order: store, schema, what a first start needs, nodes, simulator. */
final class Launcher {
  private final Platform platform;
  private final Configuration configuration;
  private final DataDirectory dir;
  private final CityTime city;
  private final Terminal terminal;
  private final StopList running;

  Launcher(
      Platform platform,
      Configuration configuration,
      DataDirectory dir,
      Terminal terminal,
      StopList running) {
    this.platform = platform;
    this.configuration = configuration;
    this.dir = dir;
    this.terminal = terminal;
    this.running = running;
    this.city = new Scenarios()
        .clock(configuration.scenario(), OffsetDateTime.now(ZoneOffset.UTC), configuration.speed());
  }

  /** Everything runs when this returns; what was started is in the stop list, always. */
  void start() throws Exception {
    long startedNs = System.nanoTime();
    Exposure.requireSafe(configuration);
    terminal.say("Bongsu starts in " + dir.path());
    LeftoverChildren.awaitEnd(dir.run("."));
    requireFreePorts();
    StoreAddress app = startStore();
    doFirstStarts(app);
    startNodes(app);
    if (configuration.simulator()) startSimulator();
    greet(System.nanoTime() - startedNs);
  }

  private void requireFreePorts() {
    PortCheck.requireFree(configuration.host(), configuration.httpPort(), "--http");
    PortCheck.requireFree(configuration.host(), configuration.mqttPort(), "--mqtt");
  }

  private StoreAddress startStore() throws Exception {
    Configuration.Store foreign = configuration.store();
    if (foreign != null) return useForeignStore(foreign);
    StoreLife life = new StoreLife(dir, archive());
    terminal.step("store", () -> startEmbedded(life));
    return migrate(life.getServer().app(), life.getServer().owner());
  }

  /** Its log tells what it replaces: keys that are not wrapped yet must not reach the archive. */
  private @Nullable Archive archive() {
    Configuration.Backup backup = configuration.backup();
    if (backup.archive() == null) return null;
    if (dir.hasStore() && !Files.exists(KeyFile.in(dir.path())))
      throw new LaunchException("this city's keys are not wrapped yet: start it once without"
          + " backup.archive, then with it");
    return new Archive(Path.of(backup.archive()), backup.archiveWithinS());
  }

  private String startEmbedded(StoreLife life) throws Exception {
    running.start(() -> new KeptAlive("store", life, terminal).start());
    return (life.getServer().wasAdopted() ? "taken over at " : "PostgreSQL at ")
        + life.getServer().app();
  }

  private StoreAddress useForeignStore(Configuration.Store foreign) throws Exception {
    terminal.step("store", () -> {
      ForeignStore.requireUsable(foreign.app());
      return "found at " + foreign;
    });
    return migrate(foreign.app(), foreign.owner());
  }

  private StoreAddress migrate(StoreAddress app, StoreAddress owner) throws Exception {
    terminal.step("schema", () -> {
      int steps = new SchemaMigration(owner, app.user()).run(platform.schema());
      return steps == 0 ? "up to date" : steps + " steps applied";
    });
    RunFiles.Ports ports = new RunFiles.Ports(
        configuration.host(),
        configuration.httpPort(),
        configuration.mqttPort(),
        configuration.tls() != null);
    running.start(() -> RunFiles.write(dir, app, owner, ports));
    return app;
  }

  /** The first alone: it forms the cluster that the others then join together. */
  private void startNodes(StoreAddress app) throws Exception {
    List<NodeSettings> nodes = nodeSettings(app);
    awaitReady(List.of(startNode(nodes.get(0))));
    List<ChildLife> others = new ArrayList<>();
    for (NodeSettings node : nodes.subList(1, nodes.size())) others.add(startNode(node));
    awaitReady(others);
  }

  private void awaitReady(List<ChildLife> lives) throws Exception {
    for (ChildLife life : lives) {
      terminal.step(life.name(), () -> {
        life.awaitReady();
        return "ready";
      });
    }
  }

  private ChildLife startNode(NodeSettings node) throws Exception {
    Program program = new Program(platform.node(), configuration.nodeMemoryMb());
    ChildLife life = new ChildLife(node.node(), program, node, dir);
    running.start(() -> new KeptAlive(node.node(), life, terminal).start());
    return life;
  }

  private List<NodeSettings> nodeSettings(StoreAddress app) throws IOException {
    List<Integer> ports = FreePort.find(configuration.nodes());
    List<String> members = ports.stream().map(port -> "127.0.0.1:" + port).toList();
    List<NodeSettings> nodes = new ArrayList<>();
    for (int port : ports) nodes.add(nodeSettings(nodes.size() + 1, port, members, app));
    return nodes;
  }

  private NodeSettings nodeSettings(int number, int port, List<String> members, StoreAddress app) {
    return new NodeSettings(
        "node-" + number,
        configuration.host(),
        configuration.httpPort(),
        configuration.mqttPort(),
        port,
        members,
        dir.path().toString(),
        app,
        city,
        configuration.withoutStore());
  }

  private void doFirstStarts(StoreAddress app) throws Exception {
    FirstStart.Context context = new FirstStart.Context(app, dir, configuration);
    Set<String> done = dir.firstStartsDone();
    for (FirstStart step : platform.firstStarts()) {
      if (done.contains(step.name())) continue;
      terminal.step(step.name(), () -> step.run(context));
      dir.markDone(step);
    }
  }

  private void startSimulator() throws Exception {
    SimulatorSettings settings = new SimulatorSettings(
        configuration.host(),
        configuration.httpPort(),
        configuration.mqttPort(),
        dir.path().toString(),
        configuration.scenario(),
        configuration.speed(),
        city,
        configuration.seed(),
        configuration.tls() == null ? null : configuration.tls().certificate(),
        RunFiles.readTokens(dir));
    ChildLife life =
        new ChildLife("simulator", new Program(platform.simulator(), 1024), settings, dir);
    running.start(() -> new KeptAlive("simulator", life, terminal).start());
    String scenario = configuration.scenario();
    terminal.say("  simulator    plays " + (scenario == null ? "an ordinary day" : scenario));
  }

  private void greet(long tookNs) {
    boolean local = Set.of("127.0.0.1", "0.0.0.0").contains(configuration.host());
    String page = (configuration.tls() == null ? "http://" : "https://")
        + (local ? "localhost" : configuration.host());
    terminal.say("");
    terminal.say("Bongsu runs (" + tookNs / 1_000_000_000 + " s). Ctrl-C stops it.");
    terminal.say("  console      " + page + ":" + configuration.httpPort() + "/console");
    if (Files.exists(dir.adminPassword())) {
      terminal.say("  password     of admin in " + dir.adminPassword());
    }
  }
}

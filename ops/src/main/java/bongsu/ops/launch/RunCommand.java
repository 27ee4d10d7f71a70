package bongsu.ops.launch;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ops/run}: serves a city on this machine until it is told to stop. */
@Command(
    name = "run",
    description = "Serves a city on this machine: store, nodes, simulator. Ctrl-C stops it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  private final Platform platform;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (.bongsu).",
      defaultValue = ".bongsu")
  private Path data = Path.of(".bongsu");

  @Option(names = "--http", paramLabel = "PORT", description = "Pages and HTTP feeds (8080).")
  private @Nullable Integer httpPort;

  @Option(names = "--mqtt", paramLabel = "PORT", description = "MQTT feeds (1883).")
  private @Nullable Integer mqttPort;

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Listen here (127.0.0.1).")
  private @Nullable String host;

  @Option(names = "--nodes", paramLabel = "N", description = "Processes that share the work (1).")
  private @Nullable Integer nodes;

  @Option(names = "--no-sim", description = "Without the simulator.")
  private boolean noSimulator;

  @Option(names = "--scenario", paramLabel = "NAME", description = "What the simulator plays.")
  private @Nullable String scenario;

  @Option(names = "--speed", paramLabel = "N", description = "City seconds in a second, 1-60 (1).")
  private @Nullable Integer speed;

  @Option(names = "--config", paramLabel = "FILE", description = "YAML; options win over it.")
  private @Nullable Path config;

  @Option(names = "--reset", description = "Delete all data first.")
  private boolean reset;

  @Option(names = "--yes", description = "Do not ask before deleting.")
  private boolean yes;

  /** @param firstStarts what a new city is given, in this order */
  public RunCommand(List<FirstStart> firstStarts) {
    this(Platform.bongsu(firstStarts));
  }

  RunCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = ConfigurationFile.load(config, options());
    Terminal terminal = new Terminal(System.out);
    DataDirectory dir = DataDirectory.open(data);
    StopList running = new StopList();
    running.start(() -> DirectoryLock.take(dir));
    if (reset) wipe(dir, terminal);
    Launcher launcher = new Launcher(platform, configuration, dir, terminal, running);
    stopOnSignal(running, terminal);
    try {
      launcher.start();
    } catch (Exception e) {
      if (running.stopAll(terminal)) throw e;
      // A signal stops us: what fails now fails because of that.
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private Map<String, Object> options() {
    Map<String, Object> given = new HashMap<>();
    if (httpPort != null) given.put("httpPort", httpPort);
    if (mqttPort != null) given.put("mqttPort", mqttPort);
    if (host != null) given.put("host", host);
    if (nodes != null) given.put("nodes", nodes);
    if (noSimulator) given.put("simulator", false);
    if (scenario != null) given.put("scenario", scenario);
    if (speed != null) given.put("speed", speed);
    return given;
  }

  private void wipe(DataDirectory dir, Terminal terminal) throws IOException {
    if (!yes && !confirmed(dir)) {
      throw new LaunchException("nothing deleted; --reset --yes deletes without asking");
    }
    dir.wipe();
    terminal.say("Deleted everything in " + dir.path());
  }

  private static boolean confirmed(DataDirectory dir) {
    Console console = System.console();
    if (console == null) return false;
    String answer = console.readLine("Delete everything in %s? Type yes: ", dir.path());
    return "yes".equals(answer);
  }

  /**
   * On SIGINT, SIGTERM and SIGHUP Java runs its hooks and would then report the signal as its exit
   * code; a clean stop is a success. A failure that stopped everything itself keeps its own code.
   */
  private static void stopOnSignal(StopList running, Terminal terminal) {
    Runnable stop = () -> {
      if (!running.stopAll(terminal)) return;
      terminal.say("Bongsu has stopped");
      Runtime.getRuntime().halt(0);
    };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
  }
}

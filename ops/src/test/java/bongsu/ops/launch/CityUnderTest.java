package bongsu.ops.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import bongsu.ops.postgres.FreePort;
import bongsu.ops.postgres.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A launcher as a process of its own, and everything it started, seen from outside. */
final class CityUnderTest {
  static final String SCHEMA = "classpath:schema/one";
  private static final long PATIENCE_MS = 60_000;

  final Path data;
  final int httpPort;
  private final int mqttPort;
  private final Path output;
  private String schema = SCHEMA;
  private String nodesAre = "node";
  private Process launcher;

  CityUnderTest(Path dir) throws IOException {
    data = DataDirectory.open(dir.resolve("city")).path();
    Path programs = TestStore.unpackedPrograms();
    Files.createSymbolicLink(data.resolve(programs.getFileName()), programs);
    output = dir.resolve("output");
    List<Integer> ports = FreePort.find(2);
    httpPort = ports.get(0);
    mqttPort = ports.get(1);
  }

  CityUnderTest withSchema(String location) {
    schema = location;
    return this;
  }

  CityUnderTest withNodesThatAre(String kind) {
    nodesAre = kind;
    return this;
  }

  CityUnderTest start(String... options) throws IOException {
    return startOn(data, options);
  }

  CityUnderTest startOn(Path directory, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(
        "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TestPlatform.class.getName(), schema, nodesAre));
    command.addAll(
        List.of("--data", "" + directory, "--http", "" + httpPort, "--mqtt", "" + mqttPort));
    command.addAll(List.of(options));
    Files.deleteIfExists(output);
    launcher = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    return this;
  }

  CityUnderTest awaitLine(String part) {
    await("'" + part + "' in\n" + said(), () -> said().contains(part) || !launcher.isAlive());
    assertTrue(said().contains(part), said());
    return this;
  }

  CityUnderTest awaitRunning() {
    return awaitLine("Bongsu runs");
  }

  void terminate() {
    launcher.destroy();
  }

  void killLauncher() throws InterruptedException {
    launcher.destroyForcibly().waitFor();
  }

  /** As a lost machine would: launcher, nodes, simulator, store. */
  void killEverything() {
    launcher.destroyForcibly();
    processes().forEach(ProcessHandle::destroyForcibly);
    awaitNoProcess();
  }

  void kill(String child) throws IOException {
    String pid = Files.readString(data.resolve("run/" + child + ".pid")).split(" ", 2)[0];
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  void killStore() throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  int exitCode() throws InterruptedException {
    assertTrue(launcher.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS), "still runs: " + said());
    return launcher.exitValue();
  }

  String said() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      return "";
    }
  }

  String seenBy(String child) throws IOException {
    Path noted = data.resolve("run/" + child + ".seen");
    await(child + " to note its settings", () -> Files.exists(noted));
    return Files.readString(noted);
  }

  void awaitNoProcess() {
    await("all processes to end", () -> processes().isEmpty());
  }

  /** Whose command line names our directory, but for the store's own children. */
  List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  List<ProcessHandle> children() {
    return processes().stream()
        .filter(p -> commandLine(p).contains("TestChild"))
        .toList();
  }

  private boolean isOurs(ProcessHandle process) {
    return commandLine(process).contains(data.toString());
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException ended) {
      return "";
    }
  }

  /** Leaves nothing behind, whatever the test did. */
  void destroy() {
    for (int tries = 0; tries < 3; tries++) processes().forEach(ProcessHandle::destroyForcibly);
    awaitNoProcess();
  }

  static void await(String what, BooleanSupplier condition) {
    long untilNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > untilNs) fail("waited in vain for " + what);
      LockSupport.parkNanos(20_000_000);
    }
  }
}

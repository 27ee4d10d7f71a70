package bongsu.ops.launch;

import bongsu.ops.postgres.PostgresLayout;
import bongsu.ops.postgres.PostgresServer;
import bongsu.ops.postgres.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a city keeps everything; marked as ours, so that nothing else is ever wiped. */
public final class DataDirectory {
  private static final String MARKER = "bongsu-data";
  static final String LOCK = "lock";

  private final Path dir;

  private DataDirectory(Path dir) {
    this.dir = dir;
  }

  /**
   * Makes the directory when it is missing.
   *
   * @throws LaunchException when it cannot be written or holds somebody else's files
   */
  public static DataDirectory open(Path path) {
    Path dir = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(dir);
      if (!Files.exists(dir.resolve(MARKER))) requireEmpty(dir);
      Files.writeString(dir.resolve(MARKER), "A Bongsu data directory, format 1.\n");
      PrivateFiles.createDirectory(dir.resolve("secrets"));
      PrivateFiles.createDirectory(dir.resolve("run"));
      Files.createDirectories(dir.resolve("logs"));
      return new DataDirectory(dir);
    } catch (IOException e) {
      throw new LaunchException(
          "the data directory " + dir + " cannot be written (choose another with --data): " + e, e);
    }
  }

  private static void requireEmpty(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      if (files.findAny().isEmpty()) return;
    }
    throw new LaunchException(
        dir + " holds other files and is no Bongsu data directory: choose another with --data");
  }

  /** Deletes everything but the marker, the lock that the caller holds and PostgreSQL's programs. */
  void wipe() throws IOException {
    PostgresServer.stopLeftover(PostgresLayout.in(dir));
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!isKept(each)) Files.deleteIfExists(each);
      }
    }
    open(dir);
  }

  private boolean isKept(Path path) {
    if (dir.relativize(path).toString().startsWith("postgres-bin-")) return true;
    return path.equals(dir) || path.equals(dir.resolve(MARKER)) || path.equals(dir.resolve(LOCK));
  }

  public Path path() {
    return dir;
  }

  /** Whether an embedded store was ever made here. */
  boolean hasStore() {
    return Files.isDirectory(PostgresLayout.in(dir).cluster());
  }

  /** The first administrator's password, for its owner only. */
  public Path adminPassword() {
    return dir.resolve("admin-password");
  }

  /** JSON, the simulator's machine tokens by name; for its owner only. */
  public Path simulatorTokens() {
    return dir.resolve("secrets/simulator-tokens.json");
  }

  /** What holds only as long as the city runs. */
  Path run(String name) {
    return dir.resolve("run").resolve(name);
  }

  Path log(String name) {
    return dir.resolve("logs").resolve(name + ".log");
  }

  /** Names of the {@link FirstStart} steps that are done. */
  Set<String> firstStartsDone() throws IOException {
    Path file = dir.resolve("first-start");
    return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
  }

  void markDone(FirstStart step) throws IOException {
    List<String> done = new ArrayList<>(firstStartsDone());
    done.add(step.name());
    Files.write(dir.resolve("first-start"), done.stream().sorted().toList());
  }
}

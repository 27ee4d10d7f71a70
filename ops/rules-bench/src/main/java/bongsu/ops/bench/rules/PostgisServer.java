package bongsu.ops.bench.rules;

import bongsu.ops.launch.LaunchException;
import bongsu.ops.postgres.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of Debian's packages with PostGIS, for the length of a comparison. */
final class PostgisServer implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
  private static final Path SHARED = Path.of("/usr/share/postgresql");

  private final Path programs;
  private final Path data;
  private final int port;

  private PostgisServer(Path programs, Path data, int port) {
    this.programs = programs;
    this.data = data;
    this.port = port;
  }

  /** Where its programs are, if Debian's PostGIS is installed. */
  static Optional<Path> findPrograms() throws IOException {
    if (!Files.isDirectory(PROGRAMS)) return Optional.empty();
    try (Stream<Path> versions = Files.list(PROGRAMS)) {
      return versions
          .filter(version -> Files.exists(
              SHARED.resolve(version.getFileName()).resolve("extension/postgis.control")))
          .map(version -> version.resolve("bin"))
          .max(Path::compareTo);
    }
  }

  static PostgisServer start(Path programs) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("bongsu-postgis");
    PostgisServer server = new PostgisServer(programs, data, FreePort.find());
    if (isRoot()) server.run("chown", "postgres", data.toString());
    server.asServer("initdb", "-D", server.cluster(), "-A", "trust", "-E", "UTF8", "--locale=C");
    String options =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p " + server.port;
    server.asServer(
        "pg_ctl", "start", "-w", "-D", server.cluster(), "-o", options, "-l", data + "/log");
    return server;
  }

  String address() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  private String cluster() {
    return data.resolve("cluster").toString();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** PostgreSQL refuses to run as root. */
  private void asServer(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) command.addAll(List.of("runuser", "-u", "postgres", "--"));
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command)
        .directory(data.toFile())
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("said").toFile())
        .start();
    if (process.waitFor() != 0)
      throw new LaunchException(String.join(" ", command) + " failed: "
          + Files.readString(data.resolve("said")).strip());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    asServer("pg_ctl", "stop", "-w", "-m", "immediate", "-D", cluster());
    run("rm", "-rf", data.toString());
  }
}

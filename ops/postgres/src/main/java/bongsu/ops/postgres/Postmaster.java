package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A running server, as its {@code postmaster.pid} tells.
 *
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {
  /**
   * The server that runs on this cluster now, perhaps left over from a launcher that was killed.
   * Forgets the file of a dead server whose process number now belongs to another program, which
   * PostgreSQL itself would take for a running server.
   */
  static Optional<Postmaster> find(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    if (lines.size() < 4) return Optional.empty();
    Optional<ProcessHandle> process =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    if (process.isEmpty()) return Optional.empty();
    if (worksIn(process.get(), cluster)) {
      return Optional.of(
          new Postmaster(process.get(), Integer.parseInt(lines.get(3).strip())));
    }
    Files.deleteIfExists(file);
    return Optional.empty();
  }

  /** A server's working directory is its cluster. */
  private static boolean worksIn(ProcessHandle process, Path cluster) {
    try {
      return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), cluster);
    } catch (IOException unreadable) {
      return false;
    }
  }
}

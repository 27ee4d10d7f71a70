package bongsu.ops.fault;

import bongsu.ops.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The bench's directory: marked, so that nobody else's files are ever deleted. */
final class Workplace {
  private static final String MARKER = "bongsu-fault-bench";

  private Workplace() {}

  /**
   * Empties the directory but for PostgreSQL's programs.
   *
   * @return where the bench keeps its own files
   */
  static Path fresh(Path dir) throws IOException {
    Files.createDirectories(dir);
    if (!Files.exists(dir.resolve(MARKER))) requireEmpty(dir);
    Files.writeString(dir.resolve(MARKER), "The fault bench empties this directory.\n");
    try (Stream<Path> all = Files.walk(dir)) {
      List<Path> old =
          all.sorted(Comparator.reverseOrder()).filter(p -> !isKept(dir, p)).toList();
      for (Path each : old) Files.delete(each);
    }
    return Files.createDirectories(dir.resolve("bench")).toAbsolutePath();
  }

  private static void requireEmpty(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      if (files.findAny().isEmpty()) return;
    }
    throw new LaunchException(dir + " holds other files: choose another with --data");
  }

  private static boolean isKept(Path dir, Path path) {
    Path within = dir.relativize(path);
    return path.equals(dir)
        || within.equals(Path.of(MARKER))
        || within.equals(Path.of("city"))
        || within.equals(Path.of("city/bongsu-data"))
        || within.toString().startsWith("city/postgres-bin-");
  }
}

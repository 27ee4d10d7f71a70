package bongsu.ops.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes of a launcher that was killed: they end by themselves, and until then hold ports. */
final class LeftoverChildren {
  private static final long WAIT_S = 15;

  private LeftoverChildren() {}

  static void remember(ProcessHandle child, Path pidFile) throws IOException {
    Files.writeString(pidFile, child.pid() + " " + startOf(child) + "\n");
  }

  /** Waits for those that the files in {@code dir} name, and kills the ones that do not end. */
  static void awaitEnd(Path dir) throws IOException, InterruptedException {
    for (Path file : pidFiles(dir)) {
      Optional<ProcessHandle> child = find(Files.readString(file).strip());
      if (child.isPresent()) awaitEnd(child.get());
      Files.delete(file);
    }
  }

  private static void awaitEnd(ProcessHandle child) throws InterruptedException {
    CompletableFuture<ProcessHandle> end = child.onExit();
    try {
      end.get(WAIT_S, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      child.destroyForcibly();
      end.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for process " + child.pid(), e);
    }
  }

  /** A process number alone could be another program's by now; with its start it is ours. */
  private static Optional<ProcessHandle> find(String remembered) {
    String[] parts = remembered.split(" ", 2);
    if (parts.length < 2) return Optional.empty();
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(process -> startOf(process).equals(parts[1]));
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static List<Path> pidFiles(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    }
  }
}

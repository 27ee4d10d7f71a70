package bongsu.ops.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** Runs a program to its end. */
final class Programs {
  private Programs() {}

  /** What the program said, both streams. Throws with its last line when it fails. */
  static String run(List<String> command) throws IOException {
    Finished finished = finish(command);
    if (finished.status == 0) return finished.said;
    List<String> lines = finished.said.strip().lines().toList();
    String last = lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1);
    throw new StoreException(command.get(0) + " failed (" + finished.status + ")" + last);
  }

  static boolean succeeds(List<String> command) {
    try {
      return finish(command).status == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static Finished finish(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      return new Finished(process.waitFor(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command.get(0), e);
    }
  }

  private record Finished(int status, String said) {}
}

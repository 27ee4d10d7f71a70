package bongsu.ops.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One life of a process of ours: started, told its settings, perhaps ready, ended. */
final class Child {
  private static final long STOP_WITHIN_S = 10;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts it and sends the line. Its errors and whatever it prints beside READY go to the log.
   *
   * @param pidFile tells the next launcher, should this one be killed, whom to wait for
   */
  static Child start(Program program, String settings, Path log, Path pidFile) throws IOException {
    Process process = new ProcessBuilder(program.command(log))
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    LeftoverChildren.remember(process.toHandle(), pidFile);
    Child child = new Child(process);
    child.listen(log);
    child.tell(settings);
    process.onExit().thenRun(() -> child.ready.completeExceptionally(new IOException("ended")));
    return child;
  }

  /** Fails when it ends without having been ready. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Completes when it ends, with its exit code. */
  CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks, waits up to 10 s, then kills. */
  void stop() throws InterruptedException {
    process.toHandle().destroy();
    if (process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) return;
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** The stream stays open: its end tells the child that we are gone. */
  private void tell(String settings) {
    BufferedWriter toChild = process.outputWriter(UTF_8);
    try {
      toChild.write(settings + "\n");
      toChild.flush();
    } catch (IOException ended) {
      // It ended at once; its exit is noticed and told elsewhere.
    }
  }

  private void listen(Path log) {
    Thread thread = new Thread(() -> copyOutput(log), "output-of-" + process.pid());
    thread.setDaemon(true);
    thread.start();
  }

  private void copyOutput(Path log) {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals("READY")) {
          ready.complete(null);
        } else {
          append(log, line);
        }
      }
    } catch (IOException closed) {
      // The child ended.
    }
  }

  private static void append(Path log, String line) throws IOException {
    Files.writeString(
        log, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

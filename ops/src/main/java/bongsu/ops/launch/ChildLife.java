package bongsu.ops.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A node or the simulator, through all its lives. Started and stopped by {@link KeptAlive}. */
final class ChildLife implements KeptAlive.Life {
  private static final long READY_WITHIN_S = 120;

  private final String name;
  private final Program program;
  private final String settings;
  private final DataDirectory dir;
  private volatile @Nullable Child child;
  private volatile boolean done;
  private volatile boolean awaited;

  /**
   * @param settings one line, sent at every start
   */
  ChildLife(String name, Program program, Object settings, DataDirectory dir) {
    this.name = name;
    this.program = program;
    this.settings = Json.line(settings);
    this.dir = dir;
  }

  String name() {
    return name;
  }

  @Override
  public CompletableFuture<?> start() throws IOException {
    Child born = Child.start(program, settings, log(), dir.run(name + ".pid"));
    child = born;
    return born.onExit().thenAccept(this::onExit);
  }

  /** Finished (0), or not ready when it first should have been: it is not started again. */
  private void onExit(int exitCode) {
    done = exitCode == 0 || awaited;
  }

  /** Waits until it serves for the first time. */
  void awaitReady() throws InterruptedException {
    Child born = child;
    if (born == null) throw new IllegalStateException(name + " was not started");
    awaited = true;
    try {
      born.ready().get(READY_WITHIN_S, TimeUnit.SECONDS);
      awaited = false;
    } catch (ExecutionException | TimeoutException e) {
      throw new LaunchException(name + " does not start; its reason is in " + log(), e);
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }

  @Override
  public void stop() throws InterruptedException {
    Child living = child;
    if (living != null) living.stop();
  }

  private Path log() {
    return dir.log(name);
  }
}

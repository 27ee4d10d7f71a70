package bongsu.ops.launch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts something again when it ends by itself: almost at once, as every second without it is one
 * in which its work is done by fewer; what does not live for 5 s waits twice as long each time, 16 s
 * at most. Safe for any thread.
 */
final class KeptAlive implements AutoCloseable {
  /** What is kept alive. */
  interface Life {
    /**
     * Starts it.
     *
     * @return completes when it ends
     */
    CompletableFuture<?> start() throws Exception;

    void stop() throws Exception;

    /** Whether it meant to end: then it is left so. */
    default boolean isDone() {
      return false;
    }
  }

  private static final long FIRST_DELAY_MS = 250;
  private static final long LONGEST_DELAY_MS = 16_000;
  private static final long LIVED_WELL_NS = TimeUnit.SECONDS.toNanos(5);
  private static final ScheduledExecutorService LATER =
      Executors.newSingleThreadScheduledExecutor(KeptAlive::daemon);

  private final String name;
  private final Life life;
  private final Terminal terminal;
  private boolean stopping;
  private long delayMs = FIRST_DELAY_MS;

  KeptAlive(String name, Life life, Terminal terminal) {
    this.name = name;
    this.life = life;
    this.terminal = terminal;
  }

  synchronized KeptAlive start() throws Exception {
    long startedNs = System.nanoTime();
    life.start().whenComplete((ended, failure) -> onEnd(System.nanoTime() - startedNs));
    return this;
  }

  private synchronized void onEnd(long livedNs) {
    if (stopping || life.isDone()) return;
    if (livedNs >= LIVED_WELL_NS) delayMs = FIRST_DELAY_MS;
    terminal.say("  " + name + " ended by itself; it starts again in " + delayMs + " ms");
    startLater();
  }

  private void startLater() {
    LATER.schedule(this::startAgain, delayMs, TimeUnit.MILLISECONDS);
    delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
  }

  private synchronized void startAgain() {
    if (stopping) return;
    try {
      start();
      terminal.say("  " + name + " started again");
    } catch (Exception e) {
      terminal.say(
          "  " + name + " does not start: " + e.getMessage() + "; again in " + delayMs + " ms");
      startLater();
    }
  }

  /** Stops it for good. */
  @Override
  public synchronized void close() throws Exception {
    stopping = true;
    life.stop();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "starts-again");
    thread.setDaemon(true);
    return thread;
  }
}

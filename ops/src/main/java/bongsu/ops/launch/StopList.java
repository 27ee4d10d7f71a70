package bongsu.ops.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * What has been started, to be stopped the other way round, once. A start in progress ends before
 * stopping begins, and nothing starts afterwards: nothing is left behind. Safe for any thread.
 */
final class StopList {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean stopped;

  synchronized <T extends AutoCloseable> T start(Callable<T> start) throws Exception {
    if (stopped) throw new CancellationException("stopping");
    T running = start.call();
    started.push(running);
    return running;
  }

  /** Whether this call did it; false when all was stopped before. */
  synchronized boolean stopAll(Terminal terminal) {
    if (stopped) return false;
    stopped = true;
    while (!started.isEmpty()) stop(started.pop(), terminal);
    return true;
  }

  private static void stop(AutoCloseable running, Terminal terminal) {
    try {
      running.close();
    } catch (Exception e) {
      terminal.say("  not stopped cleanly: " + e.getMessage());
    }
  }
}

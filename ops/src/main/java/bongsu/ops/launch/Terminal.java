package bongsu.ops.launch;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Progress for the person who started us, one line a step. Any thread may print. */
final class Terminal {
  private final PrintStream out;

  Terminal(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Does the step, then says what it came to (its text) and how long it took. */
  void step(String name, Callable<String> step) throws Exception {
    long startedNs = System.nanoTime();
    String outcome = step.call();
    double seconds = (System.nanoTime() - startedNs) / 1e9;
    say(String.format(Locale.ROOT, "  %-12s %s (%.1f s)", name, outcome, seconds));
  }
}

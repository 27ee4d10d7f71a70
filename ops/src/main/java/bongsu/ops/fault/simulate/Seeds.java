package bongsu.ops.fault.simulate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tries one seed after another, several at once, until there were enough, the time is over or one
 * has failed. Each simulation has one thread; what is here is shared by all.
 */
final class Seeds {
  private final Run first;
  private final long most;
  private final long untilNs;
  private final Consumer<Seeds> onDone;
  private long begun;
  private long done;
  private Tally tally = Tally.NOTHING;
  private @Nullable Trial failed;

  /**
   * @param first with the lowest seed
   * @param most how many seeds
   * @param untilNs by {@link System#nanoTime}; what runs then is finished
   * @param onDone told after each seed, by one thread at a time
   */
  Seeds(Run first, long most, long untilNs, Consumer<Seeds> onDone) {
    this.first = first;
    this.most = most;
    this.untilNs = untilNs;
    this.onDone = onDone;
  }

  /** Returns when all is done. */
  void tryAll(int jobs) {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      CompletableFuture.allOf(IntStream.range(0, jobs)
              .mapToObj(job -> CompletableFuture.runAsync(this::work, threads))
              .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdown();
    }
  }

  private void work() {
    for (Optional<Run> next = next(); next.isPresent(); next = next()) onDone(Trial.of(next.get()));
  }

  private synchronized Optional<Run> next() {
    if (failed != null || begun == most || System.nanoTime() - untilNs >= 0)
      return Optional.empty();
    return Optional.of(first.withSeed(first.seed() + begun++));
  }

  private synchronized void onDone(Trial trial) {
    done++;
    tally = tally.plus(trial.tally());
    boolean fails = trial.findViolation().isPresent();
    if (fails && (failed == null || trial.run().seed() < failed.run().seed())) failed = trial;
    onDone.accept(this);
  }

  synchronized long done() {
    return done;
  }

  synchronized Tally tally() {
    return tally;
  }

  /** The failing one with the lowest seed. */
  synchronized Optional<Trial> findFailed() {
    return Optional.ofNullable(failed);
  }
}

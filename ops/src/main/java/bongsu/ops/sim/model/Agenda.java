package bongsu.ops.sim.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is going to happen and when, in city time. The simulated city has no other clock: its time is
 * that of the task being run. Tasks of the same millisecond run in the order they were entered.
 */
public final class Agenda {
  private record Entry(long atMs, long number, Runnable task) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::atMs).thenComparingLong(Entry::number));
  private long nowMs;
  private long number;

  public Agenda(Instant start) {
    nowMs = start.toEpochMilli();
  }

  public Instant now() {
    return Instant.ofEpochMilli(nowMs);
  }

  /** Runs the task {@code seconds} from now, to the millisecond. */
  public void in(double seconds, Runnable task) {
    enter(nowMs + Math.round(seconds * 1_000), task);
  }

  /** Runs the task then; at once when that has passed. */
  public void at(Instant time, Runnable task) {
    enter(Math.max(nowMs, time.toEpochMilli()), task);
  }

  /** Runs the task again and again; {@code periodS} is at least a millisecond. */
  public void every(double periodS, double firstInS, Runnable task) {
    in(firstInS, () -> {
      task.run();
      every(periodS, periodS, task);
    });
  }

  /** Runs everything due up to and including that time, which then is now. */
  public void runUntil(Instant time) {
    long untilMs = time.toEpochMilli();
    for (Entry next = entries.peek(); next != null && next.atMs <= untilMs; next = entries.peek()) {
      entries.poll();
      nowMs = next.atMs;
      next.task.run();
    }
    nowMs = Math.max(nowMs, untilMs);
  }

  private void enter(long atMs, Runnable task) {
    entries.add(new Entry(atMs, number++, task));
  }
}

package bongsu.ops.fault.simulate;

import java.util.PriorityQueue;

/** Virtual time: runs what is due in its order, and nothing waits. One thread only. */
final class Scheduler {
  private record Entry(long atMs, long no, Runnable go) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return atMs == other.atMs ? Long.compare(no, other.no) : Long.compare(atMs, other.atMs);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long nowMs;
  private long no;

  /** Since the beginning. */
  long nowMs() {
    return nowMs;
  }

  void in(long ms, Runnable go) {
    at(nowMs + ms, go);
  }

  /** Nothing happens in the past: what is overdue happens now. */
  void at(long ms, Runnable go) {
    entries.add(new Entry(Math.max(ms, nowMs), no++, go));
  }

  void runUntil(long ms) {
    while (!entries.isEmpty() && entries.peek().atMs <= ms) {
      Entry next = entries.poll();
      nowMs = next.atMs;
      next.go.run();
    }
    nowMs = ms;
  }
}

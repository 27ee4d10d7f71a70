package bongsu.ops.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Letters of one feed that wait, in order. Bounded: a feed that cannot send for long loses its oldest
 * telemetry, as a gateway's memory would, and counts it. One event loop.
 */
final class Outbox {
  private final Deque<Letter> waiting = new ArrayDeque<>();
  private final int capacity;
  private long lost;

  Outbox(int capacity) {
    this.capacity = capacity;
  }

  void add(Letter letter) {
    if (waiting.size() >= capacity) {
      waiting.removeFirst();
      lost++;
    }
    waiting.addLast(letter);
  }

  /** Takes the oldest, up to so many letters and bytes; at least one if there is any. */
  List<Letter> take(int most, int mostBytes) {
    List<Letter> taken = new ArrayList<>();
    int bytes = 0;
    while (taken.size() < most && !waiting.isEmpty()) {
      bytes += waiting.getFirst().json().length() + 1;
      if (bytes > mostBytes && !taken.isEmpty()) break;
      taken.add(waiting.removeFirst());
    }
    return taken;
  }

  /** What was taken but not kept by the other side comes first again, in its order. */
  void putBack(List<Letter> letters) {
    List<Letter> newestFirst = new ArrayList<>(letters);
    Collections.reverse(newestFirst);
    newestFirst.forEach(waiting::addFirst);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int size() {
    return waiting.size();
  }

  long lost() {
    return lost;
  }
}

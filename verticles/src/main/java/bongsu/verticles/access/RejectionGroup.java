package bongsu.verticles.access;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Refusals that are written together: counts by key, and the last few messages. Bounded. */
final class RejectionGroup {
  static final int KEPT = 1_000;
  private static final int MAX_KEYS = 500;
  private static final RejectedMessage.Key THE_REST =
      new RejectedMessage.Key("(others)", "", "more kinds of refusal than are counted apart");

  /** Sorted, so that two nodes lock rows in the same order. */
  private final Map<RejectedMessage.Key, Long> counts =
      new TreeMap<>(java.util.Comparator.comparing(RejectedMessage.Key::source)
          .thenComparing(RejectedMessage.Key::field)
          .thenComparing(RejectedMessage.Key::reason));

  private final Deque<RejectedMessage> last = new ArrayDeque<>();

  void add(RejectedMessage message) {
    count(message.key(), 1);
    keep(message);
  }

  /** Those of another group, which came later. */
  void addAll(RejectionGroup later) {
    later.counts.forEach(this::count);
    later.last.forEach(this::keep);
  }

  private void count(RejectedMessage.Key key, long times) {
    boolean fits = counts.size() < MAX_KEYS || counts.containsKey(key);
    counts.merge(fits ? key : THE_REST, times, Long::sum);
  }

  private void keep(RejectedMessage message) {
    if (last.size() == KEPT) last.removeFirst();
    last.addLast(message);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  Map<RejectedMessage.Key, Long> counts() {
    return counts;
  }

  Collection<RejectedMessage> last() {
    return last;
  }
}

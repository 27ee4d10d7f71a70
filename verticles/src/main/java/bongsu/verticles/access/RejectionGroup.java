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
    boolean fits = counts.size() < MAX_KEYS || counts.containsKey(message.key());
    counts.merge(fits ? message.key() : THE_REST, 1L, Long::sum);
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

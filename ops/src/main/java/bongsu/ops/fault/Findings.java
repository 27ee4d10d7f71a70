package bongsu.ops.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What broke an invariant: how often, and the first few of each kind. Any thread. */
final class Findings {
  private static final int SHOWN = 5;

  private final Map<String, List<String>> first = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param what the invariant and how it broke: {@code I1 lost}
   * @param which event, number or screen
   */
  synchronized void add(String what, String which) {
    counts.merge(what, 1, Integer::sum);
    List<String> shown = first.computeIfAbsent(what, none -> new ArrayList<>());
    if (shown.size() < SHOWN) shown.add(which);
  }

  void require(boolean holds, String what, String which) {
    if (!holds) add(what, which);
  }

  synchronized int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  synchronized boolean isEmpty() {
    return counts.isEmpty();
  }

  /** By what broke. */
  synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** One line for each kind, with examples. */
  synchronized List<String> lines() {
    return counts.entrySet().stream()
        .map(e -> "  BROKEN " + e.getKey() + ": " + e.getValue() + ", as "
            + String.join("; ", first.getOrDefault(e.getKey(), List.of())))
        .toList();
  }
}

package bongsu.ops.bench.rules;

import bongsu.ops.bench.rules.Contender.Way;
import bongsu.ops.launch.LaunchException;
import java.io.PrintWriter;
import java.util.List;

/** That all ways find the same is known before any of them is timed. */
final class SameAnswers {
  private static final int FENCES = 1_000;
  private static final int THINGS = 500;

  private SameAnswers() {}

  /** @throws LaunchException when two ways differ */
  static void require(List<Way> ways, PrintWriter out) throws Exception {
    List<Integer> first = null;
    for (Way way : ways) {
      List<Integer> found = changes(way);
      if (first == null) first = found;
      if (!found.equals(first))
        throw new LaunchException(
            way.said + " found " + found + ", " + ways.get(0).said + " " + first);
    }
    if (first != null)
      out.printf(
          "All find the same: %,d fences entered or left by %,d positions%n",
          first.stream().mapToInt(Integer::intValue).sum(), THINGS * first.size());
    out.flush();
  }

  /** How many fences were entered and left in each second. */
  static List<Integer> changes(Way way) throws Exception {
    Walks walks = new Walks(THINGS);
    Integer[] changes = new Integer[Walks.SECONDS];
    try (Contender contender = way.over(Fences.of(FENCES, 5), THINGS)) {
      for (int second = 0; second < changes.length; second++)
        changes[second] = contender.move(walks, walks.next(THINGS), THINGS);
    }
    return List.of(changes);
  }
}

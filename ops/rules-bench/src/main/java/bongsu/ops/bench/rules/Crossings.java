package bongsu.ops.bench.rules;

import java.util.Arrays;

/** The fences each thing is in, for ways that only say where a point is. */
final class Crossings {
  private static final int[] NONE = {};
  private final int[][] inside;

  Crossings(int things) {
    inside = new int[things][];
    Arrays.fill(inside, NONE);
  }

  int[] of(int thing) {
    return inside[thing];
  }

  /**
   * The thing is now in these.
   *
   * @param now ascending
   * @return how many it entered and left
   */
  int change(int thing, int[] now) {
    int[] before = inside[thing];
    inside[thing] = now;
    int same = 0;
    for (int i = 0, j = 0; i < before.length && j < now.length; ) {
      if (before[i] == now[j]) same++;
      int step = Integer.compare(before[i], now[j]);
      if (step <= 0) i++;
      if (step >= 0) j++;
    }
    return before.length + now.length - 2 * same;
  }
}

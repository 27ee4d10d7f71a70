package bongsu.rules.zone;

import java.util.Arrays;

/**
 * The cells of a {@link ZoneGrid}, in flat arrays.
 *
 * @param states of each cell: the number of its set where every point of it is in the same areas,
 *     else {@code ~n} where {@code passed[n]} tells of a cell that boundaries pass
 * @param sets the areas of each set, ascending; the first is empty
 * @param passed how many numbers follow, and then by ascending areas: an area that covers the whole
 *     cell, or {@code ~area} and where in {@code edges} those begin and end that a ray to the east
 *     from the cell may meet
 * @param clear of each cell: how many cells away the next is that a boundary passes, see {@link
 *     Clearance}
 */
record ZoneCells(int[] states, int[][] sets, int[] passed, double[] edges, byte[] clear) {

  /** Not to be changed. */
  int[] find(int cell, double xM, double yM) {
    int state = states[cell];
    if (state >= 0) return sets[state];
    int[] found = new int[passed[~state]];
    int count = findInPassed(~state, xM, yM, found);
    return count == 0 ? sets[0] : Arrays.copyOf(found, count);
  }

  boolean isIn(int[] inside, int cell, double xM, double yM) {
    int state = states[cell];
    if (state < 0) return isInPassed(inside, ~state, xM, yM);
    int[] set = sets[state];
    return inside == set || Arrays.equals(inside, set);
  }

  private int findInPassed(int at, double xM, double yM, int[] found) {
    int count = 0;
    int end = at + passed[at];
    for (int i = at + 1; i <= end; ) {
      int area = passed[i++];
      if (area >= 0) {
        found[count++] = area;
      } else {
        if (Crossing.covers(edges, passed[i], passed[i + 1], xM, yM)) found[count++] = ~area;
        i += 2;
      }
    }
    return count;
  }

  /** As above, but stops where it differs. */
  private boolean isInPassed(int[] inside, int at, double xM, double yM) {
    int count = 0;
    int end = at + passed[at];
    for (int i = at + 1; i <= end; ) {
      int area = passed[i++];
      boolean covers = true;
      if (area < 0) {
        covers = Crossing.covers(edges, passed[i], passed[i + 1], xM, yM);
        area = ~area;
        i += 2;
      }
      if (covers && (count == inside.length || inside[count++] != area)) return false;
    }
    return count == inside.length;
  }

  long bytes() {
    long inSets = 0;
    for (int[] set : sets) inSets += 16 + 4L * set.length;
    return 4L * (states.length + passed.length) + 8L * edges.length + clear.length + inSets;
  }
}

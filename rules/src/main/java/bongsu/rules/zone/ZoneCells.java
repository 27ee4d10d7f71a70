package bongsu.rules.zone;

import java.util.Arrays;

/**
 * The cells of a {@link ZoneGrid}, in flat arrays.
 *
 * @param states of each cell: the number of its set where every point of it is in the same areas,
 *     else {@code ~n} as the n-th cell that a boundary passes
 * @param sets the areas of each set, ascending; the first is empty
 * @param starts where the entries of each passed cell begin; one more for the end
 * @param entries an area that covers the whole cell, or {@code ~n} for the n-th passage
 * @param passages three numbers each: the area, and where in {@code edges} those begin and end that
 *     a ray to the east from the cell may meet
 * @param clear of each cell: how many cells away the next is that a boundary passes, see {@link
 *     Clearance}
 */
record ZoneCells(
    int[] states,
    int[][] sets,
    int[] starts,
    int[] entries,
    int[] passages,
    double[] edges,
    byte[] clear) {

  int find(int cell, double xM, double yM, int[] found) {
    int state = states[cell];
    if (state < 0) return findInPassed(~state, xM, yM, found);
    int[] set = sets[state];
    System.arraycopy(set, 0, found, 0, set.length);
    return set.length;
  }

  /** Not to be changed. */
  int[] find(int cell, double xM, double yM) {
    int state = states[cell];
    if (state >= 0) return sets[state];
    int[] found = new int[starts[~state + 1] - starts[~state]];
    int count = findInPassed(~state, xM, yM, found);
    return count == 0 ? sets[0] : Arrays.copyOf(found, count);
  }

  boolean isIn(int[] inside, int cell, double xM, double yM, int[] room) {
    int state = states[cell];
    if (state >= 0) return inside == sets[state] || Arrays.equals(inside, sets[state]);
    int count = findInPassed(~state, xM, yM, room);
    return Arrays.equals(room, 0, count, inside, 0, inside.length);
  }

  private int findInPassed(int passed, double xM, double yM, int[] found) {
    int count = 0;
    for (int i = starts[passed]; i < starts[passed + 1]; i++) {
      int entry = entries[i];
      if (entry >= 0) found[count++] = entry;
      else if (isInside(~entry * 3, xM, yM)) found[count++] = passages[~entry * 3];
    }
    return count;
  }

  private boolean isInside(int passage, double xM, double yM) {
    return Crossing.covers(edges, passages[passage + 1], passages[passage + 2], xM, yM);
  }

  long bytes() {
    long inSets = 0;
    for (int[] set : sets) inSets += 16 + 4L * set.length;
    return 4L * (states.length + starts.length + entries.length + passages.length)
        + 8L * edges.length
        + clear.length
        + inSets;
  }
}

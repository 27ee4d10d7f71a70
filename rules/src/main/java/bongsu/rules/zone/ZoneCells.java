package bongsu.rules.zone;

/**
 * The cells of a {@link ZoneGrid}, in flat arrays.
 *
 * @param starts where each cell's entries begin; one more for the end
 * @param entries an area that covers the whole cell, or {@code ~n} for the n-th passage
 * @param passages three numbers each: the area, and where in {@code edges} those begin and end that
 *     a ray to the east from the cell may meet
 * @param even whether a cell has no passage
 */
record ZoneCells(int[] starts, int[] entries, int[] passages, double[] edges, boolean[] even) {
  int find(int cell, double xM, double yM, int[] found) {
    int count = 0;
    for (int i = starts[cell]; i < starts[cell + 1]; i++) {
      int entry = entries[i];
      if (entry >= 0) found[count++] = entry;
      else if (isPassedInside(~entry * 3, xM, yM)) found[count++] = passages[~entry * 3];
    }
    return count;
  }

  private boolean isPassedInside(int passage, double xM, double yM) {
    return Crossing.covers(edges, passages[passage + 1], passages[passage + 2], xM, yM);
  }

  boolean isEven(int cell) {
    return even[cell];
  }

  long bytes() {
    return 4L * (starts.length + entries.length + passages.length)
        + 8L * edges.length
        + even.length;
  }
}

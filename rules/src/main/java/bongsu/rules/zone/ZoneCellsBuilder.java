package bongsu.rules.zone;

import java.util.Arrays;

/** Lays areas over a grid, one after the other. */
final class ZoneCellsBuilder {
  private final Grid grid;
  private final Longs placed = new Longs();
  private final boolean[] even;
  private int[] passages = new int[3 * 256];
  private int passageCount;
  private double[] edges = new double[4 * 256];
  private int edgeNumbers;
  private int areas;

  ZoneCellsBuilder(Grid grid) {
    this.grid = grid;
    this.even = new boolean[grid.cells()];
    Arrays.fill(even, true);
  }

  void add(Outline outline) {
    Strips strips = new Strips(grid, outline);
    for (int row = strips.firstRow(); row <= strips.lastRow(); row++) addRow(outline, strips, row);
    areas++;
  }

  /** From the west; the further east a cell, the fewer of the row's edges it needs. */
  private void addRow(Outline outline, Strips strips, int row) {
    int from = edgeNumbers;
    int count = strips.count(row);
    for (int n = 0; n < count; n++) addEdge(outline.edges(), strips.edge(row, n));
    int needed = count;
    boolean known = false;
    boolean inside = false;
    for (int column = strips.firstColumn(); column <= strips.lastColumn(); column++) {
      double westM = grid.westOf(column) - Grid.MARGIN_M;
      while (needed > 0 && strips.eastOf(strips.edge(row, needed - 1)) < westM) needed--;
      int cell = row * grid.columns() + column;
      if (strips.isAtEdge(row, column)) {
        even[cell] = false;
        place(cell, ~addPassage(from, from + 4 * needed));
        known = false;
      } else {
        if (!known) inside = isMiddleInside(row, column, from, from + 4 * needed);
        known = true;
        if (inside) place(cell, areas);
      }
    }
  }

  private boolean isMiddleInside(int row, int column, int from, int to) {
    double xM = grid.westOf(column) + grid.sizeM() / 2;
    double yM = grid.southOf(row) + grid.sizeM() / 2;
    return Crossing.covers(edges, from, to, xM, yM);
  }

  private void place(int cell, int entry) {
    placed.add((long) cell << 32 | entry & 0xFFFF_FFFFL);
  }

  private void addEdge(double[] of, int edge) {
    if (edgeNumbers + 4 > edges.length) edges = Arrays.copyOf(edges, edges.length * 2);
    System.arraycopy(of, edge, edges, edgeNumbers, 4);
    edgeNumbers += 4;
  }

  private int addPassage(int from, int to) {
    if (3 * passageCount == passages.length) passages = Arrays.copyOf(passages, passages.length * 2);
    passages[3 * passageCount] = areas;
    passages[3 * passageCount + 1] = from;
    passages[3 * passageCount + 2] = to;
    return passageCount++;
  }

  /** By cell; within a cell in the order in which they were placed, which is that of the areas. */
  ZoneCells build() {
    int[] starts = new int[grid.cells() + 1];
    for (int i = 0; i < placed.size; i++) starts[(int) (placed.values[i] >> 32) + 1]++;
    for (int cell = 0; cell < grid.cells(); cell++) starts[cell + 1] += starts[cell];
    int[] next = starts.clone();
    int[] entries = new int[placed.size];
    for (int i = 0; i < placed.size; i++)
      entries[next[(int) (placed.values[i] >> 32)]++] = (int) placed.values[i];
    return new ZoneCells(
        starts,
        entries,
        Arrays.copyOf(passages, 3 * passageCount),
        Arrays.copyOf(edges, edgeNumbers),
        even);
  }
}

package bongsu.rules.zone;

import java.util.Arrays;

/** Lays areas over a grid, one after the other. */
final class ZoneCellsBuilder {
  private final Grid grid;
  private final Longs placed = new Longs();
  private final boolean[] passed;
  private int[] passages = new int[3 * 256];
  private int passageCount;
  private double[] edges = new double[4 * 256];
  private int edgeNumbers;
  private int areas;

  ZoneCellsBuilder(Grid grid) {
    this.grid = grid;
    this.passed = new boolean[grid.cells()];
  }

  void add(Outline outline) {
    Strips strips = new Strips(grid, outline);
    for (int row = strips.firstRow(); row <= strips.lastRow(); row++) addRow(outline, strips, row);
    areas++;
  }

  /** From the west; the further east a cell, the fewer of the row's edges it needs. */
  private void addRow(Outline outline, Strips strips, int row) {
    int from = edgeNumbers;
    int needed = strips.count(row);
    for (int n = 0; n < needed; n++) addEdge(outline.edges(), strips.edge(row, n));
    boolean known = false;
    boolean inside = false;
    for (int column = strips.firstColumn(); column <= strips.lastColumn(); column++) {
      double westM = grid.westOf(column) - Grid.MARGIN_M;
      while (needed > 0 && strips.eastOf(strips.edge(row, needed - 1)) < westM) needed--;
      int cell = row * grid.columns() + column;
      boolean atEdge = strips.isAtEdge(row, column);
      if (atEdge) pass(cell, from, from + 4 * needed);
      else if (!known) inside = isMiddleInside(row, column, from, from + 4 * needed);
      if (!atEdge && inside) place(cell, areas);
      known = !atEdge;
    }
  }

  private boolean isMiddleInside(int row, int column, int from, int to) {
    double xM = grid.westOf(column) + grid.sizeM() / 2;
    double yM = grid.southOf(row) + grid.sizeM() / 2;
    return Crossing.covers(edges, from, to, xM, yM);
  }

  private void pass(int cell, int from, int to) {
    passed[cell] = true;
    place(cell, ~addPassage(from, to));
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
    if (3 * passageCount == passages.length)
      passages = Arrays.copyOf(passages, passages.length * 2);
    passages[3 * passageCount] = areas;
    passages[3 * passageCount + 1] = from;
    passages[3 * passageCount + 2] = to;
    return passageCount++;
  }

  ZoneCells build() {
    CellSets sets = new CellSets(passed);
    sets.fill(placed);
    return new ZoneCells(
        sets.states(),
        sets.sets(),
        sets.starts(),
        sets.entries(),
        Arrays.copyOf(passages, 3 * passageCount),
        Arrays.copyOf(edges, edgeNumbers),
        Clearance.of(grid, passed));
  }
}

package bongsu.rules.zone;

import java.util.Arrays;

/** Lays areas over a grid, one after the other, and then looks at it row by row. */
final class ZoneCellsBuilder {
  private final Grid grid;
  private final RowOfCells[] rows;
  private double[] edges = new double[4 * 256];
  private int edgeNumbers;
  private int areas;

  ZoneCellsBuilder(Grid grid) {
    this.grid = grid;
    this.rows = new RowOfCells[grid.rows()];
    for (int row = 0; row < rows.length; row++) rows[row] = new RowOfCells();
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
    int column = strips.firstColumn();
    while (column <= strips.lastColumn()) {
      double westM = grid.westOf(column) - Grid.MARGIN_M;
      while (needed > 0 && strips.eastOf(strips.edge(row, needed - 1)) < westM) needed--;
      if (strips.isAtEdge(row, column)) {
        rows[row].pass(column++, areas, from, from + 4 * needed);
      } else {
        int next = strips.nextAtEdge(row, column);
        if (isMiddleInside(row, column, from, from + 4 * needed))
          rows[row].cover(column, next, areas);
        column = next;
      }
    }
  }

  private boolean isMiddleInside(int row, int column, int from, int to) {
    double xM = grid.westOf(column) + grid.sizeM() / 2;
    double yM = grid.southOf(row) + grid.sizeM() / 2;
    return Crossing.covers(edges, from, to, xM, yM);
  }

  private void addEdge(double[] of, int edge) {
    if (edgeNumbers + 4 > edges.length) edges = Arrays.copyOf(edges, edges.length * 2);
    System.arraycopy(of, edge, edges, edgeNumbers, 4);
    edgeNumbers += 4;
  }

  ZoneCells build() {
    int[] states = new int[grid.cells()];
    CellSets sets = new CellSets();
    Ints passed = new Ints();
    for (int row = 0; row < rows.length; row++) {
      rows[row].settle(states, grid, row, sets, passed);
      rows[row] = null;
    }
    return new ZoneCells(
        states,
        sets.toArray(),
        passed.toArray(),
        Arrays.copyOf(edges, edgeNumbers),
        Clearance.of(grid, states));
  }
}

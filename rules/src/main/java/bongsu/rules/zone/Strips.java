package bongsu.rules.zone;

/**
 * One area laid over the grid: for each row of cells in its box the edges that a ray in that row may
 * meet, the eastmost first, and the cells that an edge is in or at.
 */
final class Strips {
  private final Grid grid;
  private final double[] edges;
  private final int firstRow;
  private final int firstColumn;
  private final int columns;
  private final boolean[] atEdge;
  /** Where each row's edges begin in {@link #inRows}; one more for the end. */
  private final int[] starts;

  private final int[] inRows;

  Strips(Grid grid, Outline outline) {
    this.grid = grid;
    this.edges = outline.edges();
    double[] box = outline.box();
    firstColumn = grid.column(box[0] - Grid.MARGIN_M);
    firstRow = grid.row(box[1] - Grid.MARGIN_M);
    columns = grid.column(box[2] + Grid.MARGIN_M) - firstColumn + 1;
    int rows = grid.row(box[3] + Grid.MARGIN_M) - firstRow + 1;
    atEdge = new boolean[rows * columns];
    starts = new int[rows + 1];
    for (int edge = 0; edge < edges.length; edge += 4) countAndMark(edge);
    for (int row = 0; row < rows; row++) starts[row + 1] += starts[row];
    inRows = new int[starts[rows]];
    int[] filled = new int[rows];
    for (int edge = 0; edge < edges.length; edge += 4) insert(edge, filled);
  }

  int firstRow() {
    return firstRow;
  }

  int lastRow() {
    return firstRow + starts.length - 2;
  }

  int firstColumn() {
    return firstColumn;
  }

  int lastColumn() {
    return firstColumn + columns - 1;
  }

  boolean isAtEdge(int row, int column) {
    return atEdge[(row - firstRow) * columns + column - firstColumn];
  }

  /** The next column from here that an edge is in or at, or the one after the last. */
  int nextAtEdge(int row, int column) {
    int next = column;
    while (next <= lastColumn() && !isAtEdge(row, next)) next++;
    return next;
  }

  /** How many edges a ray in the row may meet. */
  int count(int row) {
    return starts[row - firstRow + 1] - starts[row - firstRow];
  }

  /** Where the {@code n}-th of a row begins in the outline's numbers. */
  int edge(int row, int n) {
    return inRows[starts[row - firstRow] + n];
  }

  double eastOf(int edge) {
    return Math.max(edges[edge], edges[edge + 2]);
  }

  private int lowRow(int edge) {
    return grid.row(Math.min(edges[edge + 1], edges[edge + 3]) - Grid.MARGIN_M);
  }

  private int highRow(int edge) {
    return grid.row(Math.max(edges[edge + 1], edges[edge + 3]) + Grid.MARGIN_M);
  }

  private void countAndMark(int edge) {
    for (int row = lowRow(edge); row <= highRow(edge); row++) {
      starts[row - firstRow + 1]++;
      boolean level = Math.abs(edges[edge + 1] - edges[edge + 3]) <= 4 * Grid.MARGIN_M;
      double oneX = level ? edges[edge] : xAt(edge, grid.southOf(row) - Grid.MARGIN_M);
      double otherX = level ? edges[edge + 2] : xAt(edge, grid.southOf(row + 1) + Grid.MARGIN_M);
      int from = grid.column(Math.min(oneX, otherX) - Grid.MARGIN_M);
      int to = grid.column(Math.max(oneX, otherX) + Grid.MARGIN_M);
      for (int column = from; column <= to; column++)
        atEdge[(row - firstRow) * columns + column - firstColumn] = true;
    }
  }

  /** Where the edge is at a height, or its nearest end. */
  private double xAt(int edge, double yM) {
    double x0 = edges[edge];
    double y0 = edges[edge + 1];
    double x1 = edges[edge + 2];
    double y1 = edges[edge + 3];
    double part = (yM - y0) / (y1 - y0);
    return x0 + Math.max(0, Math.min(1, part)) * (x1 - x0);
  }

  /** Behind all that end further east; the edges of a row are few. */
  private void insert(int edge, int[] filled) {
    for (int row = lowRow(edge) - firstRow; row <= highRow(edge) - firstRow; row++) {
      int at = starts[row] + filled[row]++;
      for (; at > starts[row] && eastOf(inRows[at - 1]) < eastOf(edge); at--)
        inRows[at] = inRows[at - 1];
      inRows[at] = edge;
    }
  }
}

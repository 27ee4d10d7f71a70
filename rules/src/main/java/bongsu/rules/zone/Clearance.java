package bongsu.rules.zone;

/**
 * How far cells are from the next one that a boundary passes, counted as a king walks: forward from
 * the south-west and back again is enough.
 */
final class Clearance {
  private final Grid grid;
  private final int columns;
  private final int rows;
  private final byte[] steps;

  private Clearance(Grid grid) {
    this.grid = grid;
    this.columns = grid.columns();
    this.rows = grid.rows();
    this.steps = new byte[grid.cells()];
  }

  /**
   * 0 for a passed cell, 1 for its neighbours and so on, at most 127.
   *
   * @param states negative for a passed cell
   */
  static byte[] of(Grid grid, int[] states) {
    Clearance all = new Clearance(grid);
    for (int i = 0; i < states.length; i++) all.steps[i] = states[i] < 0 ? 0 : Byte.MAX_VALUE;
    for (int row = 0; row < all.rows; row++)
      for (int column = 0; column < all.columns; column++) all.relax(row, column, -1);
    for (int row = all.rows - 1; row >= 0; row--)
      for (int column = all.columns - 1; column >= 0; column--) all.relax(row, column, 1);
    return all.steps;
  }

  /** By those of its neighbours that were looked at before. */
  private void relax(int row, int column, int side) {
    relaxBy(row, column, row, column + side);
    for (int beside = -1; beside <= 1; beside++) relaxBy(row, column, row + side, column + beside);
  }

  private void relaxBy(int row, int column, int otherRow, int otherColumn) {
    if (otherRow < 0 || otherRow >= rows || otherColumn < 0 || otherColumn >= columns) return;
    int cell = grid.cell(row, column);
    int other = steps[grid.cell(otherRow, otherColumn)] + 1;
    if (other < steps[cell]) steps[cell] = (byte) other;
  }
}

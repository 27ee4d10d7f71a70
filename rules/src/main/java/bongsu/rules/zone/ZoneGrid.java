package bongsu.rules.zone;

import java.util.List;

/**
 * Which of many areas a point is in. A cell of the grid knows the areas that cover all of it, and
 * of those whose boundary passes it the few edges that decide; a boundary belongs to its area.
 * Immutable: any thread may ask, and a change of areas makes a new one.
 */
public final class ZoneGrid {
  private final Grid grid;
  private final ZoneCells cells;

  private ZoneGrid(Grid grid, ZoneCells cells) {
    this.grid = grid;
    this.cells = cells;
  }

  /** @param areas numbered as they stand here, from 0 */
  public static ZoneGrid of(List<Outline> areas) {
    Grid grid = Grid.over(areas);
    ZoneCellsBuilder builder = new ZoneCellsBuilder(grid);
    for (Outline area : areas) builder.add(area);
    return new ZoneGrid(grid, builder.build());
  }

  /**
   * The areas that a point is in, their numbers ascending.
   *
   * @param found receives them; as long as there are areas, to be sure
   * @return how many there are
   */
  public int find(double xM, double yM, int[] found) {
    int cell = grid.cellAt(xM, yM);
    return cell < 0 ? 0 : cells.find(cell, xM, yM, found);
  }

  /** The cell of a point; -1 where there is no area. */
  public int cellAt(double xM, double yM) {
    return grid.cellAt(xM, yM);
  }

  /** Whether every point of a cell is in the same areas. */
  public boolean isEven(int cell) {
    return cell < 0 || cells.isEven(cell);
  }

  /** What it takes, but for objects' heads. */
  public long bytes() {
    return cells.bytes();
  }
}

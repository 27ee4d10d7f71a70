package bongsu.rules.zone;

import java.util.List;

/**
 * Which of many areas a point is in. A cell of the grid knows the areas that cover all of it, and
 * of those whose boundary passes it the few edges that decide; a boundary belongs to its area.
 * Immutable: any thread may ask, and a change of areas makes a new one.
 */
public final class ZoneGrid {
  private static final int[] NONE = {};

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

  /** The areas that a point is in, their numbers ascending; not to be changed. */
  public int[] find(double xM, double yM) {
    int cell = grid.cellAt(xM, yM);
    return cell < 0 ? NONE : cells.find(cell, xM, yM);
  }

  /**
   * A number for the areas that a point is in, the same wherever they are the same; -1 close to
   * boundaries, where it is not known by the cell alone. The quickest way to see that nothing changed.
   */
  public int setAt(double xM, double yM) {
    int cell = grid.cellAt(xM, yM);
    return cell < 0 ? 0 : Math.max(cells.states()[cell], -1);
  }

  /**
   * Whether a point is in exactly these areas.
   *
   * @param inside ascending; quickest when {@link #find(double, double)} gave it
   */
  public boolean isIn(int[] inside, double xM, double yM) {
    int cell = grid.cellAt(xM, yM);
    return cell < 0 ? inside.length == 0 : cells.isIn(inside, cell, xM, yM);
  }

  /** How far every boundary is from the point at least; outside the grid it is not said. */
  public double clearanceM(double xM, double yM) {
    int cell = grid.cellAt(xM, yM);
    return cell < 0 ? 0 : Math.max(0, cells.clear()[cell] - 1) * grid.sizeM();
  }

  /** What it takes, but for objects' heads. */
  public long bytes() {
    return cells.bytes();
  }
}

package bongsu.rules.zone;

import java.util.List;

/**
 * Square cells over the areas' common box.
 *
 * @param sizeM the side of a cell, metres
 */
record Grid(double westM, double southM, double sizeM, int columns, int rows) {
  private static final double LARGEST_M = 25;
  private static final double MOST_CELLS = 1 << 22;
  /** Of all cells, if boundaries were spread evenly: they are what costs time. */
  private static final double PASSED_PART = 0.3;
  /** Cells of four numbers' width and height fill a line of the processor's cache. */
  private static final int TILE_BITS = 2;

  private static final int TILE = 1 << TILE_BITS;
  /** More than rounding can move a point, far less than a cell. */
  static final double MARGIN_M = 1e-5;

  /** The finer the longer the boundaries are; as coarse as a wide country needs. */
  static Grid over(List<Outline> outlines) {
    double[] box = box(outlines);
    if (box[0] > box[2]) return new Grid(0, 0, LARGEST_M, 0, 0);
    double wideM = box[2] - box[0] + 4 * MARGIN_M;
    double highM = box[3] - box[1] + 4 * MARGIN_M;
    double lengthM = outlines.stream().mapToDouble(Outline::lengthM).sum();
    double sizeM = Math.min(LARGEST_M, PASSED_PART * wideM * highM / lengthM);
    double smallestM =
        Math.max(Math.sqrt(wideM * highM / MOST_CELLS), Math.max(wideM, highM) / MOST_CELLS);
    return at(box, Math.max(sizeM, smallestM), wideM, highM);
  }

  private static Grid at(double[] box, double sizeM, double wideM, double highM) {
    return new Grid(
        box[0] - 2 * MARGIN_M,
        box[1] - 2 * MARGIN_M,
        sizeM,
        (int) (wideM / sizeM) + 1,
        (int) (highM / sizeM) + 1);
  }

  private static double[] box(List<Outline> outlines) {
    double[] all = {1, 1, 0, 0};
    for (Outline outline : outlines) {
      double[] box = outline.box();
      boolean first = all[0] > all[2];
      for (int i = 0; i < 2; i++) {
        all[i] = first ? box[i] : Math.min(all[i], box[i]);
        all[i + 2] = first ? box[i + 2] : Math.max(all[i + 2], box[i + 2]);
      }
    }
    return all;
  }

  /** More than there are columns times rows, as tiles are whole. */
  int cells() {
    return tiles(columns) * tiles(rows) << 2 * TILE_BITS;
  }

  private static int tiles(int cells) {
    return (cells + TILE - 1) >> TILE_BITS;
  }

  /** The number of a cell: neighbours stand in one tile, as what moves soon is there. */
  int cell(int row, int column) {
    int tile = (row >> TILE_BITS) * tiles(columns) + (column >> TILE_BITS);
    return tile << 2 * TILE_BITS | (row & TILE - 1) << TILE_BITS | column & TILE - 1;
  }

  /** The cell of a point; -1 for none. */
  int cellAt(double xM, double yM) {
    double column = (xM - westM) / sizeM;
    double row = (yM - southM) / sizeM;
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) return -1;
    return cell((int) row, (int) column);
  }

  /** Not beyond the first or the last. */
  int column(double xM) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((xM - westM) / sizeM)));
  }

  /** Not beyond the first or the last. */
  int row(double yM) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((yM - southM) / sizeM)));
  }

  double southOf(int row) {
    return southM + row * sizeM;
  }

  double westOf(int column) {
    return westM + column * sizeM;
  }
}

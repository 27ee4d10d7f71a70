package bongsu.rules.zone;

import java.util.Arrays;

/** What areas do in one row of cells, until all have been laid over it. */
final class RowOfCells {
  /** A column and then whether the area begins to cover there ({@code area}) or ends (~area). */
  private final Longs turns = new Longs();

  /** A column and then the number of a passage. */
  private final Longs passes = new Longs();

  /** Three numbers a passage: the area, and where its edges begin and end. */
  private final Ints passages = new Ints();

  private int[] covering = new int[16];
  private int count;

  /** The area covers all cells from a column until before another. */
  void cover(int from, int until, int area) {
    turns.add(key(from, area));
    turns.add(key(until, ~area));
  }

  /** The area's boundary passes the cell. */
  void pass(int column, int area, int fromEdge, int toEdge) {
    passes.add(key(column, passages.size));
    passages.add(area);
    passages.add(fromEdge);
    passages.add(toEdge);
  }

  private static long key(int column, int what) {
    return (long) column << 32 | what & 0xFFFF_FFFFL;
  }

  private static int column(long key) {
    return (int) (key >> 32);
  }

  /** From the west to the east: what covers changes at turns only, between them cells are passed. */
  void settle(int[] states, Grid grid, int row, CellSets sets, Ints passed) {
    turns.sort();
    passes.sort();
    int turn = 0;
    int pass = 0;
    for (int column = 0; column < grid.columns(); ) {
      while (turn < turns.size && column(turns.values[turn]) <= column)
        turn((int) turns.values[turn++]);
      int until = turn < turns.size ? column(turns.values[turn]) : grid.columns();
      int set = -1;
      for (; column < until; column++) {
        if (pass < passes.size && column(passes.values[pass]) == column) {
          int end = endOfCell(pass);
          states[grid.cell(row, column)] = ~passed.size;
          tell(pass, end, passed);
          pass = end;
        } else {
          if (set < 0) set = sets.numberOf(covering, count);
          states[grid.cell(row, column)] = set;
        }
      }
    }
  }

  private void turn(int what) {
    int area = what >= 0 ? what : ~what;
    int at = Arrays.binarySearch(covering, 0, count, area);
    if (what >= 0) {
      if (count == covering.length) covering = Arrays.copyOf(covering, 2 * count);
      System.arraycopy(covering, ~at, covering, ~at + 1, count++ - ~at);
      covering[~at] = area;
    } else {
      System.arraycopy(covering, at + 1, covering, at, --count - at);
    }
  }

  private int endOfCell(int pass) {
    int end = pass + 1;
    while (end < passes.size && column(passes.values[end]) == column(passes.values[pass])) end++;
    return end;
  }

  /** The cell's areas ascending, as {@link ZoneCells#passed} has them. */
  private void tell(int pass, int end, Ints passed) {
    passed.add(count + 3 * (end - pass));
    int covers = 0;
    for (int i = pass; i < end; i++) {
      int passage = (int) passes.values[i];
      int area = passages.get(passage);
      while (covers < count && covering[covers] < area) passed.add(covering[covers++]);
      passed.add(~area);
      passed.add(passages.get(passage + 1));
      passed.add(passages.get(passage + 2));
    }
    while (covers < count) passed.add(covering[covers++]);
  }
}

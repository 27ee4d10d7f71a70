package bongsu.rules.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was placed in cells, by cell: one set for all even cells in the same areas. */
final class CellSets {
  private final boolean[] passed;
  private final int[] states;
  private final List<int[]> sets = new ArrayList<>();
  private final Map<Key, Integer> numberBySet = new HashMap<>();
  private final Ints starts = new Ints();
  private final Ints passedEntries = new Ints();

  CellSets(boolean[] passed) {
    this.passed = passed;
    this.states = new int[passed.length];
    numberOf(new int[0]);
  }

  /** A set as a key. */
  private record Key(int[] areas) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(areas, key.areas);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(areas);
    }
  }

  /** Within a cell in the order in which they were placed, which is that of the areas. */
  void fill(Longs placed) {
    int[] ends = new int[passed.length + 1];
    for (int i = 0; i < placed.size; i++) ends[cell(placed.values[i]) + 1]++;
    for (int cell = 0; cell < passed.length; cell++) ends[cell + 1] += ends[cell];
    int[] next = ends.clone();
    int[] entries = new int[placed.size];
    for (int i = 0; i < placed.size; i++)
      entries[next[cell(placed.values[i])]++] = (int) placed.values[i];
    for (int cell = 0; cell < passed.length; cell++) settle(cell, entries, ends);
    starts.add(passedEntries.size);
  }

  private static int cell(long placed) {
    return (int) (placed >> 32);
  }

  private void settle(int cell, int[] entries, int[] ends) {
    if (passed[cell]) {
      states[cell] = ~starts.size;
      starts.add(passedEntries.size);
      for (int i = ends[cell]; i < ends[cell + 1]; i++) passedEntries.add(entries[i]);
    } else if (ends[cell] < ends[cell + 1]) {
      states[cell] = numberOf(Arrays.copyOfRange(entries, ends[cell], ends[cell + 1]));
    }
  }

  private int numberOf(int[] areas) {
    return numberBySet.computeIfAbsent(new Key(areas), key -> {
      sets.add(areas);
      return sets.size() - 1;
    });
  }

  int[] states() {
    return states;
  }

  int[][] sets() {
    return sets.toArray(int[][]::new);
  }

  int[] starts() {
    return starts.toArray();
  }

  int[] entries() {
    return passedEntries.toArray();
  }
}

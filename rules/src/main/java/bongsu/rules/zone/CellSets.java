package bongsu.rules.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sets of areas that whole cells are in, each once; the first is empty. */
final class CellSets {
  private final List<int[]> sets = new ArrayList<>();
  private final Map<Key, Integer> numberBySet = new HashMap<>();

  CellSets() {
    numberOf(new int[0], 0);
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

  /** @param areas ascending, as many as {@code size} */
  int numberOf(int[] areas, int size) {
    int[] set = Arrays.copyOf(areas, size);
    return numberBySet.computeIfAbsent(new Key(set), key -> {
      sets.add(set);
      return sets.size() - 1;
    });
  }

  int[][] toArray() {
    return sets.toArray(int[][]::new);
  }
}

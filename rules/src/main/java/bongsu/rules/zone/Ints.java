package bongsu.rules.zone;

import java.util.Arrays;

/** A growing row of numbers. */
final class Ints {
  private int[] values = new int[16];
  int size;

  void add(int value) {
    if (size == values.length) values = Arrays.copyOf(values, size * 2);
    values[size++] = value;
  }

  int get(int at) {
    return values[at];
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}

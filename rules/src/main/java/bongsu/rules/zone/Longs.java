package bongsu.rules.zone;

import java.util.Arrays;

/** A growing row of numbers. */
final class Longs {
  long[] values = new long[16];
  int size;

  void add(long value) {
    if (size == values.length) values = Arrays.copyOf(values, size * 2);
    values[size++] = value;
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }
}

package bongsu.rules.judge;

import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is judged instead of the bare reading. Keeps the readings it needs, at most 13. */
abstract class Measure {
  final double[] values;
  final long[] atMs;
  int size;

  private Measure(int capacity) {
    values = new double[capacity];
    atMs = new long[capacity];
  }

  /** Null when each reading is judged as it is. */
  static @Nullable Measure of(LevelSpec spec) {
    if (spec.medianOf() > 1) return new Median(spec.medianOf(), spec.comparison());
    return spec.overMs() > 0 ? new Change(spec.overMs()) : null;
  }

  /** The measure with this reading. */
  abstract double next(double value, long at);

  /** Whether it would be the same if its readings were forgotten. */
  abstract boolean isForgettable(Comparison comparison, double limit);

  void add(double value, long at) {
    if (size == values.length) removeOldest();
    values[size] = value;
    atMs[size++] = at;
  }

  void removeOldest() {
    System.arraycopy(values, 1, values, 0, --size);
    System.arraycopy(atMs, 1, atMs, 0, size);
  }

  void write(JsonText json) {
    json.openList("values");
    for (int i = 0; i < size; i++) json.item("[" + atMs[i] + "," + values[i] + "]");
    json.closeList();
  }

  void restore(JsonNode fields) {
    size = 0;
    for (JsonNode pair : fields.path("values"))
      add(pair.path(1).asDouble(), pair.path(0).asLong());
  }

  /**
   * The middle of the last n: one reading gone wild changes nothing. Readings not known count as
   * within every level, so that those within it need not be remembered.
   */
  private static final class Median extends Measure {
    private final double within;

    Median(int n, Comparison comparison) {
      super(n);
      within = comparison.upwards() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    boolean isForgettable(Comparison comparison, double limit) {
      for (int i = 0; i < size; i++) if (comparison.holds(values[i], limit)) return false;
      return true;
    }

    @Override
    double next(double value, long at) {
      add(value, at);
      double[] sorted = values.clone();
      Arrays.fill(sorted, size, sorted.length, within);
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /** How much it changed since the oldest reading within the time. */
  private static final class Change extends Measure {
    private static final int SAMPLES = 12;
    private final long overMs;

    Change(long overMs) {
      super(SAMPLES + 1);
      this.overMs = overMs;
    }

    @Override
    boolean isForgettable(Comparison comparison, double limit) {
      return false;
    }

    @Override
    double next(double value, long at) {
      while (size > 0 && atMs[0] < at - overMs) removeOldest();
      if (size == 0 || at - atMs[size - 1] >= overMs / SAMPLES) add(value, at);
      return value - values[0];
    }
  }
}

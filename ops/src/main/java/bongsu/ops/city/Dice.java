package bongsu.ops.city;

/** SplitMix64 (Steele, Lea and Flood 2014), written out so that no library change moves a street. */
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 to below 1. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** From {@code min} to below {@code max}. */
  double between(double min, double max) {
    return min + unit() * (max - min);
  }

  /** From 0 to {@code bound} − 1. */
  int below(int bound) {
    return (int) (unit() * bound);
  }
}

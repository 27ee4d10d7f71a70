package bongsu.ops.fault.simulate;

import java.util.List;
import java.util.Random;

/** The lots of one part of a simulation; each part has its own, so that none disturbs another's. */
final class Chance {
  private final Random random;

  Chance(long seed, String part) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ part.hashCode() * 0x5DEECE66DL);
  }

  boolean percent(double p) {
    return random.nextDouble() * 100 < p;
  }

  /** From {@code least} up to but without {@code most}. */
  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least));
  }

  double around(double middle, double spread) {
    return middle + random.nextGaussian() * spread;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}

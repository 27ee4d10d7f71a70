package bongsu.ops.fault.simulate;

import java.util.Set;

/**
 * What determines a simulation down to the last step.
 *
 * @param hours of city time, before faults heal
 */
record Run(long seed, double hours, int shards, Set<Planted> planted) {
  static Run of(long seed, double hours) {
    return new Run(seed, hours, 3, Set.of());
  }

  Run with(Planted mistake) {
    return new Run(seed, hours, shards, Set.of(mistake));
  }

  Run withSeed(long other) {
    return new Run(other, hours, shards, planted);
  }

  Run cutTo(double shorter) {
    return new Run(seed, shorter, shards, planted);
  }
}

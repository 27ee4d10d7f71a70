package bongsu.ops.fault;

import java.util.List;
import java.util.Random;

/**
 * One row of the matrix, as the bench tries it.
 *
 * @param number as in docs/faults.md
 * @param schedule of how many strikes, drawn from the seed
 * @param disorder whether senders send much twice and in another order
 */
record Row(int number, String fault, String expected, Schedule schedule, boolean disorder) {
  /** Endless: the run takes as many as its time allows. */
  interface Schedule {
    Strike next(Random random, int nodes);
  }

  static Row of(int number, String fault, String expected, Schedule schedule) {
    return new Row(number, fault, expected, schedule, false);
  }

  /** The first strikes of a seed: the same whenever they are asked for. */
  List<Strike> strikes(long seed, int nodes, int count) {
    Random random = new Random(seed);
    return java.util.stream.Stream.generate(() -> schedule.next(random, nodes))
        .limit(count)
        .toList();
  }
}

package bongsu.ops.fault;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One row of the matrix, as the bench tries it.
 *
 * @param number as in docs/faults.md
 * @param schedule of how many strikes, drawn from the seed
 * @param disorder whether senders send much twice and in another order
 * @param mostGapMs the longest time in which nobody may get an acknowledgement
 */
record Row(
    int number,
    String fault,
    String expected,
    Schedule schedule,
    boolean disorder,
    long mostGapMs) {
  /** Endless: the run takes as many as its time allows. */
  interface Schedule {
    /** What is done next, without waiting for the city to recover in between. */
    List<Strike> next(Random random, int nodes);
  }

  /** Strikes that come alone. */
  interface Single {
    Strike next(Random random, int nodes);
  }

  static Row of(int number, String fault, String expected, Single strike) {
    Schedule alone = (random, nodes) -> List.of(strike.next(random, nodes));
    return new Row(number, fault, expected, alone, false, Long.MAX_VALUE);
  }

  Row withDisorder() {
    return new Row(number, fault, expected, schedule, true, mostGapMs);
  }

  Row withGapUpTo(long mostMs) {
    return new Row(number, fault, expected, schedule, disorder, mostMs);
  }

  /** The first strikes of a seed: the same whenever they are asked for. */
  List<Strike> strikes(long seed, int nodes, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> schedule.next(random, nodes))
        .flatMap(List::stream)
        .limit(count)
        .toList();
  }
}

package bongsu.ops.fault.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of judging and fusion hold under faults, and a broken one would be noticed. */
@Tag("long")
class SimulateTest {
  private static final int MOST_SEEDS = 10;

  @Test
  void aCityUnderFaultsLosesAndDoublesNothing() {
    long crashes = 0;
    for (long seed = 1; seed <= 12; seed++) {
      Trial trial = Trial.of(Run.of(seed, 2));
      assertEquals(Optional.empty(), trial.findViolation(), "seed " + seed);
      crashes += trial.tally().crashes();
    }
    assertTrue(crashes > 100, "too few crashes to prove anything: " + crashes);
  }

  /** Closed incidents stay a day: the one left out needs more hours than a test may take. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORGETS_BY_CLOCK")
  void eachPlantedMistakeIsFoundWithinTenSeeds(Planted mistake) {
    assertTrue(isFound(mistake));
  }

  private static boolean isFound(Planted mistake) {
    return LongStream.rangeClosed(1, MOST_SEEDS)
        .anyMatch(
            seed -> Trial.of(Run.of(seed, 2).with(mistake)).findViolation().isPresent());
  }

  @Test
  void aFailingSeedFailsAgainInTheSameWay() {
    Run run = Run.of(1, 2).with(Planted.CHECKPOINT_AHEAD);
    String first = String.valueOf(Trial.of(run).violation());
    assertEquals(first, String.valueOf(Trial.of(run).violation()));
  }

  @Test
  void theShortestFailingRunStillFails() {
    Trial trial = Trial.of(Run.of(1, 2).with(Planted.MEMORY_LOST));
    Run shortest = trial.shortest();
    assertTrue(shortest.hours() < 2);
    assertTrue(Trial.of(shortest).findViolation().isPresent());
  }
}

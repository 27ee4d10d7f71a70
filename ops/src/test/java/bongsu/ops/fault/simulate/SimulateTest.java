package bongsu.ops.fault.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The promises of judging and fusion hold under faults, and a broken one would be noticed. */
@Tag("long")
class SimulateTest {
  /** More than a day, after which closed incidents leave memory. */
  private static final double HOURS = 27;

  private static final double FEW_HOURS = 6;
  private static final int MOST_SEEDS = 20;

  private static Seeds tried(Run first, int seeds, int jobs) {
    Seeds tried = new Seeds(first, seeds, System.nanoTime() + Long.MAX_VALUE / 2, one -> {});
    tried.tryAll(jobs);
    return tried;
  }

  @Test
  void aCityUnderFaultsLosesAndDoublesNothing() {
    Seeds tried = tried(Run.of(1, HOURS), 4, 2);
    assertEquals(Optional.empty(), tried.findFailed());
    Tally tally = tried.tally();
    assertTrue(tally.perHour(tally.events()) > 50, "too quiet to prove anything: " + tally);
    assertTrue(tally.perHour(tally.takeovers()) > 5, "too calm to prove anything: " + tally);
  }

  @ParameterizedTest
  @EnumSource
  void eachPlantedMistakeIsFoundWithinTwentySeeds(Planted mistake) {
    double hours = mistake == Planted.FORGETS_BY_CLOCK ? HOURS : FEW_HOURS;
    assertTrue(tried(Run.of(1, hours).with(mistake), MOST_SEEDS, 2).findFailed().isPresent());
  }

  @Test
  void aFailingSeedFailsAgainInTheSameWay() {
    Run run = Run.of(1, HOURS).with(Planted.CURSOR_BEFORE_COMMIT);
    String first = String.valueOf(Trial.of(run).violation());
    assertNotEquals("null", first);
    assertEquals(first, String.valueOf(Trial.of(run).violation()));
  }

  @Test
  void theShortestFailingRunStillFails() {
    Run shortest = Trial.of(Run.of(1, HOURS).with(Planted.MEMORY_LOST)).shortest();
    assertTrue(shortest.hours() < HOURS);
    assertTrue(Trial.of(shortest).findViolation().isPresent());
  }

  @Test
  void theSameSeedsGoThroughTheSameHoweverManyRunAtOnce() {
    assertEquals(tried(Run.of(1, 1), 4, 1).tally(), tried(Run.of(1, 1), 4, 3).tally());
  }

  @Test
  void theCommandEndsWithOneLineOfJson() throws Exception {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new SimulateCommand()).setOut(new PrintWriter(out));
    assertEquals(0, command.execute("--seeds", "3", "--hours", "0.5", "--jobs", "2"));
    String[] lines = out.toString().strip().split("\n");
    JsonNode last = new ObjectMapper().readTree(lines[lines.length - 1]);
    assertEquals(3, last.path("seeds").asInt());
    assertEquals(1.5, last.path("hours").asDouble());
    assertTrue(last.path("ok").asBoolean());
    assertTrue(last.path("events").asInt() > 0);
  }
}

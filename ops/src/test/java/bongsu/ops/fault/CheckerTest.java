package bongsu.ops.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.launch.DataDirectory;
import bongsu.ops.postgres.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checker against the product as it is, and against planted bugs. Every run is a city of three
 * nodes and takes minutes; of the plants only with {@code -Dplants=few} or {@code all}.
 */
@Tag("long")
class CheckerTest {
  private static final boolean ALL = "all".equals(System.getProperty("plants"));
  private static final List<String> FEW = List.of(
      "numbers given twice",
      "a resumed screen skips what it missed",
      "hints only, and half of them lost");
  private static final int RATE = 2_000;

  static List<Plant> plants() {
    return Plants.ALL;
  }

  static Stream<Plant> tried() {
    return Plants.ALL.stream().filter(plant -> ALL || FEW.contains(plant.name()));
  }

  /** The source goes on changing: a plant that no longer fits must not stay unnoticed. */
  @ParameterizedTest
  @MethodSource("plants")
  void everyPlantFitsTheSource(Plant plant, @TempDir Path dir) throws Exception {
    try (Stream<Path> classes = Files.walk(plant.compileInto(dir))) {
      assertTrue(classes.anyMatch(file -> file.toString().endsWith(".class")));
    }
  }

  @EnabledIfSystemProperty(named = "plants", matches = "few|all")
  @ParameterizedTest
  @MethodSource("tried")
  void everyPlantedBugIsFound(Plant plant, @TempDir Path dir) throws Exception {
    Row row = Matrix.find(plant.row()).orElseThrow();
    Report report = run(row, Duration.ofSeconds(40), List.of(plant.compileInto(dir)));
    assertFalse(report.isGreen(), plant + " was not found\n" + report.text());
  }

  @Test
  void theProductSurvivesTwoMinutesOfKillsOfAnyProcess() throws Exception {
    Report report = run(Matrix.ANY, Duration.ofMinutes(2), List.of());
    assertTrue(report.isGreen(), report.text());
  }

  private static Report run(Row row, Duration time, List<Path> before) throws Exception {
    Path dir = Path.of("target/fault-bench").toAbsolutePath();
    linkPrograms(dir);
    Setting setting = new Setting(dir, row, 1, time, Integer.MAX_VALUE, RATE, 3, before);
    try (FaultRun run = new FaultRun(setting, System.out)) {
      Report report = run.run();
      System.out.println(report.text());
      return report;
    }
  }

  /** Unpacked once for all tests. */
  private static void linkPrograms(Path dir) throws Exception {
    Workplace.fresh(dir);
    Path programs = TestStore.unpackedPrograms();
    Path link = DataDirectory.open(dir.resolve("city")).path().resolve(programs.getFileName());
    if (!Files.exists(link)) Files.createSymbolicLink(link, programs);
  }
}

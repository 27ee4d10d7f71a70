package bongsu.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.client.CommandRun;
import bongsu.ops.client.StandInCity;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
  @TempDir
  Path dir;

  @Test
  void measuresAcknowledgementsScreensAndBatches() throws Exception {
    try (StandInCity city = new StandInCity()) {
      CommandRun run = CommandRun.of(
          new BenchCommand(),
          "ingest",
          "--short",
          "--connections",
          "5",
          "--rates",
          "500",
          "--data",
          dir.toString(),
          "--url",
          city.url().toString(),
          "--mqtt",
          "127.0.0.1:" + city.mqttPort(),
          "--token",
          StandInCity.TOKEN);
      assertEquals(0, run.exitCode(), run.err());
      JsonObject figures = new JsonObject(run.lastLine());
      JsonObject phase = figures.getJsonArray("phases").getJsonObject(0);
      assertEquals(500.0, phase.getDouble("acceptedPerS"), 5.0);
      assertTrue(phase.getBoolean("held"));
      assertEquals(60, phase.getInteger("alarms"));
      assertEquals(0, phase.getInteger("alarmsLost"));
      assertEquals(60, phase.getJsonObject("screenMs").getInteger("count"));
      assertTrue(figures.getJsonObject("http").getDouble("acceptedPerS") > 0);
      assertTrue(phase.getJsonObject("cpuCores").containsKey("client"));
    }
  }

  @Test
  void withoutATokenAndACityItSaysHowToGetOne() {
    CommandRun run = CommandRun.of(new BenchCommand(), "ingest", "--data", dir.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("token create --name bench --source bench"), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  @Test
  void helpTellsWhatIsMeasured() {
    assertTrue(CommandRun.of(new BenchCommand(), "--help").out().contains("ingest"));
    assertTrue(CommandRun.of(new BenchCommand(), "ingest", "--help").out().contains("--hold"));
  }
}

package bongsu.ops.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CallReport;
import bongsu.ops.client.CommandRun;
import bongsu.ops.client.StandInCity;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SfFireCommandTest {
  @TempDir
  Path dir;

  private StandInCity city;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    city = new StandInCity();
    file = SfFireRows.aFile()
        .row("call", "1", "unit", "E01", "dispatched", "04:01:00 PM", "available", "04:30:00 PM")
        .row("call", "2", "unit", "M01", "dispatched", "04:02:00 PM", "available", "04:20:00 PM")
        .row("call", "1", "unit", "T01", "dispatched", "04:01:30 PM", "available", "04:40:00 PM")
        .row("call", "3", "unit", "X", "received", "late")
        .write(dir);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void sendsEachCallAndSaysInOneLineWhatCameOfIt() {
    CommandRun run = replay();
    assertEquals(0, run.exitCode(), run.err());
    JsonObject total = new JsonObject(run.lastLine());
    assertEquals(2, total.getInteger("calls"));
    assertEquals(8, total.getInteger("revisions"));
    assertEquals(8, total.getInteger("accepted"));
    assertTrue(total.containsKey("seconds"));
    assertTrue(run.out().contains("1 rows left out: Received DtTm is not a time"), run.out());
    assertEquals("sf-fire", city.events().get(0).origin().source());
    assertEquals(2, ((CallReport) city.events().get(7)).units().size());
  }

  @Test
  void sendingTheFileTwiceChangesNothing() {
    replay();
    JsonObject again = new JsonObject(replay().lastLine());
    assertEquals(0, again.getInteger("accepted"));
    assertEquals(8, again.getInteger("duplicates"));
    assertEquals(8, city.events().size());
  }

  @Test
  void waitsAndSendsAgainWhenTheCityIsOverloadedOrAway() {
    city.answerFirst(429, 0);
    city.answerFirst(503, -1);
    CommandRun run = replay();
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(8, new JsonObject(run.lastLine()).getInteger("accepted"));
  }

  @Test
  void atALimitedSpeedEverythingStillGoesInOrder() {
    CommandRun run = replay("--speed", "10000", "--follow");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        List.of("sf-1/1", "sf-2/1", "sf-1/2", "sf-1/3", "sf-2/2", "sf-2/3", "sf-1/4", "sf-1/5"),
        city.events().stream().map(event -> event.origin().eventId()).toList());
    assertTrue(run.out().contains("2017-01-07T00:01:30Z 1/3 ems dispatched, 2 units"), run.out());
  }

  @Test
  void withoutATokenItSaysHowToMakeOne() {
    CommandRun run =
        CommandRun.of(new ReplayCommand(), "sf-fire", file.toString(), "--data", dir.toString());
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .contains("./ops/bongsu token create --name sf-fire --source sf-fire"
                + " --may send:CallReport --receipts-are-incidents --data " + dir),
        run.err());
  }

  @Test
  void aTokenInAFileWillDoAndAnUnknownOneIsRefused() throws IOException {
    Path good = Files.writeString(dir.resolve("token"), StandInCity.TOKEN + "\n");
    String url = city.url().toString();
    assertEquals(
        0,
        CommandRun.of(
                new ReplayCommand(),
                "sf-fire",
                file.toString(),
                "--url",
                url,
                "--token-file",
                good.toString())
            .exitCode());
    CommandRun bad = CommandRun.of(
        new ReplayCommand(), "sf-fire", file.toString(), "--url", url, "--token", "no.token");
    assertEquals(1, bad.exitCode());
    assertTrue(bad.err().contains("the token is not known"), bad.err());
  }

  @Test
  void aWrongSpeedIsNamed() {
    CommandRun run = replay("--speed", "0");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("must be max or a number above 0"), run.err());
  }

  @Test
  void noCityAtTheAddressIsOneLine() {
    city.close();
    CommandRun run = replay();
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("no city answers at 127.0.0.1"), run.err());
  }

  private CommandRun replay(String... more) {
    List<String> args = new java.util.ArrayList<>(List.of(
        "sf-fire", file.toString(), "--url", city.url().toString(), "--token", StandInCity.TOKEN));
    args.addAll(List.of(more));
    return CommandRun.of(new ReplayCommand(), args.toArray(String[]::new));
  }
}

package bongsu.ops.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.postgres.StoreAddress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a real process, with a real store and stand-ins for node and simulator. */
@Tag("long")
class LauncherTest {
  @TempDir
  Path dir;

  private CityUnderTest city;

  @BeforeEach
  void aCity() throws IOException {
    city = new CityUnderTest(dir);
  }

  @AfterEach
  void leaveNothingRunning() {
    city.destroy();
  }

  @Test
  void sigtermStopsEverythingAndIsASuccess() throws Exception {
    city.start("--nodes", "2").awaitRunning();
    assertEquals(3, city.children().size());
    city.terminate();
    assertEquals(0, city.exitCode(), city.said());
    city.awaitNoProcess();
    assertTrue(city.said().contains("Bongsu has stopped"));
    assertFalse(Files.exists(city.data.resolve("run/store.json")));
  }

  @Test
  void sigtermWhileStartingStopsWhatHasStarted() throws Exception {
    city.start("--no-sim").awaitLine("store");
    city.terminate();
    assertEquals(0, city.exitCode(), city.said());
    city.awaitNoProcess();
  }

  @Test
  void nodesAndSimulatorAreToldOneClockAndTheirOwnRoles() throws Exception {
    city.start("--nodes", "2", "--scenario", "flood-2020-08-06", "--speed", "60")
        .awaitRunning();
    JsonNode first = Json.MAPPER.readTree(city.seenBy("node-1"));
    JsonNode second = Json.MAPPER.readTree(city.seenBy("node-2"));
    JsonNode simulator = Json.MAPPER.readTree(city.seenBy("simulator"));
    assertEquals("2020-08-06T05:00:00+09:00", first.at("/city/start").asText());
    assertEquals(60, first.at("/city/rate").asInt());
    assertEquals(first.get("city"), second.get("city"));
    assertEquals(first.get("city"), simulator.get("city"));
    assertEquals(first.get("clusterMembers"), second.get("clusterMembers"));
    assertNotEquals(first.get("clusterPort"), second.get("clusterPort"));
    assertEquals("bongsu_app", first.at("/store/user").asText());
    assertFalse(first.toString().contains("bongsu_owner"));
    assertEquals(city.httpPort, simulator.get("httpPort").asInt());
  }

  @Test
  void theNextStartWorksAfterTheLauncherAloneWasKilled() throws Exception {
    city.start().awaitRunning();
    keepAReading();
    city.killLauncher();
    CityUnderTest.await("children to end by themselves", () -> city.children().isEmpty());
    city.start().awaitRunning();
    assertTrue(city.said().contains("taken over"), city.said());
    assertEquals(1, readings());
  }

  @Test
  void theNextStartNeedNotWaitForTheKilledLaunchersChildren() throws Exception {
    city.start().awaitRunning();
    city.killLauncher();
    city.start().awaitRunning();
    assertEquals(2, city.children().size());
  }

  @Test
  void theNextStartWorksAfterEverythingWasKilled() throws Exception {
    city.start().awaitRunning();
    keepAReading();
    city.killEverything();
    city.start().awaitRunning();
    assertEquals(1, readings());
  }

  @Test
  void aNewCityIsGivenItsFirstAdministratorOnce() throws Exception {
    city.start("--no-sim").awaitRunning();
    city.awaitLine(city.data.resolve("admin-password").toString());
    city.terminate();
    city.exitCode();
    city.start("--no-sim").awaitRunning();
    assertEquals("administrator\n", Files.readString(city.data.resolve("first-starts-seen")));
  }

  @Test
  void aNodeThatDiesIsStartedAgain() throws Exception {
    city.start("--no-sim").awaitRunning();
    city.kill("node-1");
    city.awaitLine("node-1 ended by itself").awaitLine("node-1 started again");
    assertEquals(1, city.children().size());
  }

  @Test
  void aStoreThatDiesIsStartedAgainWhereNodesLookForIt() throws Exception {
    city.start("--no-sim").awaitRunning();
    keepAReading();
    city.killStore();
    city.awaitLine("store ended by itself").awaitLine("store started again");
    assertEquals(1, readings());
  }

  @Test
  void aSecondServerOnTheSameDirectoryIsRefused() throws Exception {
    city.start("--no-sim").awaitRunning();
    CityUnderTest second = new CityUnderTest(Files.createDirectory(dir.resolve("second")));
    second.startOn(city.data);
    assertEquals(1, second.exitCode());
    assertTrue(second.said().contains("is held by a running server (process "), second.said());
    assertEquals(1, second.said().lines().count(), second.said());
  }

  @Test
  void aNewerSchemaIsRefused() throws Exception {
    city.withSchema("classpath:schema/two").start("--no-sim").awaitRunning();
    city.terminate();
    city.exitCode();
    city.withSchema("classpath:schema/one").start("--no-sim");
    assertEquals(1, city.exitCode());
    assertTrue(city.said().contains("is at version 2, which this Bongsu does not know"));
    city.awaitNoProcess();
  }

  @Test
  void aNodeThatDoesNotStartEndsTheStartAndNamesItsLog() throws Exception {
    city.withNodesThatAre("broken").start("--no-sim");
    assertEquals(1, city.exitCode());
    String log = city.data.resolve("logs/node-1.log").toString();
    assertTrue(city.said().contains("node-1 does not start; its reason is in " + log));
    city.awaitNoProcess();
  }

  @Test
  void resetForgetsTheCity() throws Exception {
    city.start("--no-sim").awaitRunning();
    keepAReading();
    city.killLauncher();
    city.start("--no-sim", "--reset", "--yes").awaitRunning();
    assertEquals(0, readings());
  }

  private void keepAReading() throws SQLException {
    try (Connection store = store().connect();
        Statement statement = store.createStatement()) {
      statement.execute("INSERT INTO reading (value) VALUES (3.2)");
    }
  }

  private int readings() throws SQLException {
    try (Connection store = store().connect();
        Statement statement = store.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM reading")) {
      row.next();
      return row.getInt(1);
    }
  }

  private StoreAddress store() {
    return RunFiles.getStore(city.data);
  }
}

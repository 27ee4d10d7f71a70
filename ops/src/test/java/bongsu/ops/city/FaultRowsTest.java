package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Rows 13 (clocks) and 30 (a newer schema) of docs/faults.md, in one city of three nodes under
 * load. The clock of the second is an hour ahead from its start.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
@EnabledIfSystemProperty(named = "faultRows", matches = "yes")
class FaultRowsTest {
  private static final String ODD = "node-2";
  private static final int HOUR_S = 3_600;

  private static WrongClock clock;
  private static RunningCity city;
  private static SteadyLoad load;

  @BeforeAll
  static void threeNodesUnderLoad() throws Exception {
    clock = new WrongClock(ODD);
    clock.set(HOUR_S);
    city = RunningCity.start("city-of-faults", 3, clock.programs());
    load = new SteadyLoad(city);
  }

  @AfterAll
  static void stop() throws Exception {
    if (load != null) load.close();
    if (city != null) city.close();
  }

  private static String leases() {
    return city.one("select string_agg(shard || ' ' || epoch || ' ' || owner, ', ' order by shard) "
        + "from shard_lease where expires_at > clock_timestamp()");
  }

  private static String awaitSharedLeases() {
    Await.until("three nodes with leases", () -> city.one(
            "select count(distinct owner) || '/' || count(owner) from shard_lease "
                + "where expires_at > clock_timestamp()")
        .equals("3/7"));
    return leases();
  }

  @Test
  @Order(1)
  void aWrongClockIsShownAndTheStoresIsUsed() throws Exception {
    assumeTrue(clock.isWrong(), WrongClock.MISSING);
    awaitShown(HOUR_S);
    assertTrue(city.log(ODD).contains("ms ahead of the store's, which is used instead"));
    assertTimesAreRight();
    String before = awaitSharedLeases();
    clock.set(-HOUR_S);
    awaitShown(-HOUR_S);
    assertTimesAreRight();
    clock.set(-300);
    awaitShown(-300);
    load.sendSome();
    load.assertStored();
    clock.set(0);
    try (LiveClient screen = LiveClient.open(city)) {
      screen.awaitStatus("right clocks", status -> status.path("wrongClocks").isEmpty());
    }
    assertEquals(before, leases(), "leases moved");
  }

  private static void awaitShown(int aheadS) throws Exception {
    for (LiveClient screen : LiveClient.oneOnEach(city).values()) {
      screen.awaitStatus(
          "the wrong clock",
          status -> status.path("wrongClocks").size() == 1
              && status.at("/wrongClocks/0/node").asText().equals(ODD)
              && Math.abs(status.at("/wrongClocks/0/aheadS").asInt() - aheadS) <= 2);
      screen.close();
    }
    String words = "the clock of " + ODD + " is " + Math.abs(aheadS);
    String ready = new CityClient(city, "").get("/health/ready").text();
    assertTrue(ready.startsWith("ready\n" + words), ready);
  }

  /** The node with the wrong clock tells screens the right time, and believes right devices. */
  private static void assertTimesAreRight() throws Exception {
    Map<String, LiveClient> screens = LiveClient.oneOnEach(city);
    JsonNode snapshot = screens.get(ODD).snapshot();
    for (String time : List.of("sentAt", "cityTime")) {
      Duration off =
          Duration.between(Instant.now(), Instant.parse(snapshot.path(time).asText()));
      assertTrue(off.abs().compareTo(Duration.ofSeconds(10)) < 0, time + " is off by " + off);
    }
    for (LiveClient screen : screens.values()) screen.close();
    load.sendSome();
    load.assertStored();
  }

  @Test
  @Order(2)
  void nodesGoOnBesideASchemaOneStepAheadAndNoneStartsOnIt() throws Exception {
    city.asOwner("create table of_the_future (id int primary key)");
    city.asOwner("alter table event add column of_the_future text not null default ''");
    city.asOwner("alter table call_event add column of_the_future text");
    city.asOwner("insert into flyway_schema_history select max(installed_rank) + 1, '9999', "
        + "'of the future', 'SQL', 'V9999__of_the_future.sql', 1, current_user, now(), 1, true "
        + "from flyway_schema_history");
    load.sendSome();
    load.assertStored();
    city.processes.kill("node-3");
    String refusal = "the store's schema is at version 9999, which this Bongsu does not know: "
        + "start the newer Bongsu or restore a backup";
    Await.until("a refusal", () -> city.log("node-3").contains(refusal));
    List<String> last = city.log("node-3").lines().toList();
    assertTrue(
        last.get(last.size() - 1).endsWith(refusal), () -> Stream.of(last).toList() + "");
    load.sendSome();
    load.assertStored();
  }
}

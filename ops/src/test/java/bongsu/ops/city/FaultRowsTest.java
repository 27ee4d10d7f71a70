package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Rows 13 (clocks), 16 (screens that stop reading) and 30 (a newer schema) of docs/faults.md, in one
 * city of three nodes under load. The clock of the second is an hour ahead from its start.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
@EnabledIfSystemProperty(named = "faultRows", matches = "yes") // not seen green to its end yet
class FaultRowsTest {
  private static final String ODD = "node-2";
  private static final int HOUR_S = 3_600;
  private static final int STALLED = 10;
  private static final long ENOUGH_TO_STALL = 3_000_000;
  /** What a node and the kernel may hold for a screen that does not read. */
  private static final long MOST_HELD = 2_000_000;

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

  /** One healthy screen on each node, by its name. */
  private static Map<String, LiveClient> oneOnEach() throws Exception {
    Map<String, LiveClient> screens = new HashMap<>();
    while (screens.size() < 3) {
      LiveClient screen = LiveClient.open(city);
      LiveClient other = screens.put(screen.snapshot().path("node").asText(), screen);
      if (other != null) other.close();
    }
    return screens;
  }

  @Test
  @Order(1)
  void stalledScreensHarmNobodyAreDroppedAndComeBackAndAWrongClockMovesNoLease() throws Exception {
    String before = awaitSharedLeases();
    Map<String, LiveClient> healthy = oneOnEach();
    List<StalledScreen> stalled = new ArrayList<>();
    for (int i = 0; i < STALLED; i++) stalled.add(new StalledScreen(city));
    load.begin();
    try (StalledScreen shortly = new StalledScreen(city)) {
      long toldBefore = toldBytes(healthy);
      Await.until("much to be told", () -> toldBytes(healthy) - toldBefore > 3 * ENOUGH_TO_STALL);
      int calls = load.calls();
      ScreenPicture late = shortly.readOn();
      Await.until("it to catch up", () -> late.incidents().size() >= calls);
      long readBytes = shortly.readBytes();
      System.out.println("read " + readBytes + " for what others were told in " + ENOUGH_TO_STALL);
      assertTrue(readBytes < MOST_HELD, "not coalesced: " + readBytes);
      Await.until("all to be dropped", () -> stalled.stream().allMatch(StalledScreen::isDropped));
      assertFalse(shortly.isDropped());
      load.end();
      assertStored();
      for (LiveClient screen : healthy.values()) assertFollowed(screen);
      Await.until("the late one to equal the store", () -> isCurrent(late));
    } finally {
      load.end();
    }
    for (StalledScreen screen : stalled) assertLittleWasHeldAndItComesBack(screen);
    if (clock.isWrong()) assertEquals(before, leases(), "leases moved");
    for (LiveClient screen : healthy.values()) screen.close();
  }

  private static long toldBytes(Map<String, LiveClient> screens) {
    return screens.values().stream().mapToLong(LiveClient::toldBytes).sum();
  }

  /** Equal to the store, and to the latest of each unit. */
  private static boolean isCurrent(ScreenPicture picture) {
    return picture.unitTimes().equals(load.lastUnitTimes())
        && picture.incidents().size() == load.calls()
        && picture.incidents().equals(summaries());
  }

  private static List<String> summaries() {
    return city.rows("select summary from incident").stream()
        .map(text -> {
          try {
            return CityClient.JSON.readTree(text).toString();
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        })
        .sorted()
        .toList();
  }

  private static void assertStored() {
    assertEquals(List.of(), load.refusals());
    assertEquals(
        load.units() + "/" + load.calls(),
        city.one(
            "select (select count(*) from event) || '/' || (select count(*) from call_event)"));
    Await.until("each call to be an incident", () -> city.one("select count(*) from incident")
        .equals("" + load.calls()));
  }

  private static void assertFollowed(LiveClient screen) {
    Await.until(
        "a healthy screen to equal the store",
        () -> isCurrent(ScreenPicture.of(screen.messages())));
    System.out.printf(
        "beside %d screens that do not read: %d messages, longest silence %d ms%n",
        STALLED, screen.messages().size(), screen.longestSilence().toMillis());
    assertTrue(screen.longestSilence().compareTo(Duration.ofSeconds(10)) < 0, "was left waiting");
  }

  private static void assertLittleWasHeldAndItComesBack(StalledScreen screen) throws Exception {
    ScreenPicture picture = new ScreenPicture();
    for (Optional<JsonNode> m = screen.read(); m.isPresent(); m = screen.read())
      picture.on(m.get());
    assertTrue(screen.readBytes() < MOST_HELD, "held for it: " + screen.readBytes());
    screen.close();
    try (LiveClient again = LiveClient.resume(city, picture.seq())) {
      assertTrue(again.snapshot().path("resumed").asBoolean());
      picture.on(again.snapshot());
      assertTrue(isCurrent(picture), "its snapshot brings what it missed");
    }
  }

  @Test
  @Order(2)
  void aWrongClockIsShownAndTheStoresIsUsed() throws Exception {
    assumeTrue(clock.isWrong(), WrongClock.MISSING);
    awaitShown(HOUR_S);
    assertTrue(city.log(ODD).contains("ms ahead of the store's, which is used instead"));
    assertTimesAreRight();
    String before = leases();
    clock.set(-HOUR_S);
    awaitShown(-HOUR_S);
    assertTimesAreRight();
    clock.set(-300);
    awaitShown(-300);
    load.sendSome();
    assertStored();
    clock.set(0);
    try (LiveClient screen = LiveClient.open(city)) {
      screen.awaitStatus("right clocks", status -> status.path("wrongClocks").isEmpty());
    }
    assertEquals(before, leases(), "leases moved");
  }

  private static void awaitShown(int aheadS) throws Exception {
    for (LiveClient screen : oneOnEach().values()) {
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
    Map<String, LiveClient> screens = oneOnEach();
    JsonNode snapshot = screens.get(ODD).snapshot();
    for (String time : List.of("sentAt", "cityTime")) {
      Duration off =
          Duration.between(Instant.now(), Instant.parse(snapshot.path(time).asText()));
      assertTrue(off.abs().compareTo(Duration.ofSeconds(10)) < 0, time + " is off by " + off);
    }
    for (LiveClient screen : screens.values()) screen.close();
    load.sendSome();
    assertStored();
  }

  @Test
  @Order(3)
  void nodesGoOnBesideASchemaOneStepAheadAndNoneStartsOnIt() throws Exception {
    city.asOwner("create table of_the_future (id int primary key)");
    city.asOwner("alter table event add column of_the_future text not null default ''");
    city.asOwner("alter table call_event add column of_the_future text");
    city.asOwner("insert into flyway_schema_history select max(installed_rank) + 1, '9999', "
        + "'of the future', 'SQL', 'V9999__of_the_future.sql', 1, current_user, now(), 1, true "
        + "from flyway_schema_history");
    load.sendSome();
    assertStored();
    city.processes.kill("node-3");
    String refusal = "the store's schema is at version 9999, which this Bongsu does not know: "
        + "start the newer Bongsu or restore a backup";
    Await.until("a refusal", () -> city.log("node-3").contains(refusal));
    List<String> last = city.log("node-3").lines().toList();
    assertTrue(
        last.get(last.size() - 1).endsWith(refusal), () -> Stream.of(last).toList() + "");
    load.sendSome();
    assertStored();
  }
}

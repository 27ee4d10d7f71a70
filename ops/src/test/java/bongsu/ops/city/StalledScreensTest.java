package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Row 16 of docs/faults.md: screens that stop reading, in a city of three nodes under load. */
@Tag("long")
@EnabledIfSystemProperty(named = "faultRows", matches = "yes")
class StalledScreensTest {
  private static final int STALLED = 10;
  private static final long ENOUGH_TO_STALL = 3_000_000;
  /** What a node and the kernel may hold for a screen that does not read. */
  private static final long MOST_HELD = 2_000_000;

  private static RunningCity city;
  private static SteadyLoad load;

  @BeforeAll
  static void threeNodesUnderLoad() throws Exception {
    city = RunningCity.start("city-of-stalled-screens", 3);
    load = new SteadyLoad(city);
  }

  @AfterAll
  static void stop() throws Exception {
    if (load != null) load.close();
    if (city != null) city.close();
  }

  @Test
  void theyHarmNobodyAreDroppedAndComeBack() throws Exception {
    Map<String, LiveClient> healthy = LiveClient.oneOnEach(city);
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
      load.assertStored();
      for (LiveClient screen : healthy.values()) assertFollowed(screen);
      Await.until("the late one to equal the store", () -> isCurrent(late));
    } finally {
      load.end();
    }
    for (StalledScreen screen : stalled) assertLittleWasHeldAndItComesBack(screen);
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
}

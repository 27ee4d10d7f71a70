package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes: one is told to stop, one is frozen; the other goes on with all the work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class OrderlyStopTest {
  private static final String LIVING = "expires_at > clock_timestamp() and owner is not null";
  /** On a machine that does other work too; the figures themselves are printed. */
  private static final long MOST_NOTICE_MS = 30_000;

  /** Less than a lease that is not given back lasts. */
  private static final long MOST_HAND_OVER_MS = 2_900;

  private static RunningCity city;

  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private volatile boolean sending = true;

  @BeforeAll
  static void twoNodes() throws Exception {
    city = RunningCity.start("city-that-stops", 2);
  }

  @AfterAll
  static void stop() throws Exception {
    if (city != null) city.close();
  }

  @Test
  @Order(1)
  void aNodeToldToStopGivesItsLeasesBackAndNoCallIsRefused() throws Exception {
    awaitBothAtWork();
    String leaving = city.one("select owner from shard_lease where shard = -1");
    Thread feed = new Thread(this::sendCalls);
    feed.start();
    Await.until("calls to be taken", () -> answers.getOrDefault(200, 0) > 50);
    long toldNs = System.nanoTime();
    city.processes.tell("TERM", RunningCity.nodeOf(leaving));
    Await.until("the others to own all", () -> isAllOwnedWithout(leaving));
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldNs);
    int before = answers.get(200);
    Await.until("calls to be taken again", () -> answers.get(200) > before + 20);
    sending = false;
    feed.join();
    System.out.printf("told to stop: all leases with the other node after %d ms%n", tookMs);
    assertTrue(Set.of(0, 200).containsAll(answers.keySet()), "refused: " + answers);
    assertTrue(tookMs <= MOST_HAND_OVER_MS, tookMs + " ms");
  }

  @Test
  @Order(2)
  void aFrozenNodeIsNoticedAndPagesSaySo() throws Exception {
    awaitBothAtWork();
    String frozen = city.one("select owner from shard_lease where shard = -1");
    try (LiveClient screen = screenOnAnotherThan(RunningCity.nodeOf(frozen))) {
      screen.awaitStatus("two nodes", status -> status.path("nodes").asInt() == 2);
      long frozenNs = System.nanoTime();
      city.processes.tell("STOP", RunningCity.nodeOf(frozen));
      Await.until("its leases to be taken", () -> isAllOwnedWithout(frozen));
      screen.awaitStatus("one node", status -> status.path("nodes").asInt() == 1);
      long noticedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - frozenNs);
      System.out.printf("frozen: taken over and shown after %d ms%n", noticedMs);
      assertTrue(noticedMs <= MOST_NOTICE_MS, noticedMs + " ms");
      city.processes.tell("CONT", RunningCity.nodeOf(frozen));
    }
    awaitBothAtWork();
  }

  /** Again when a connection ends: that is no refusal, the next may be with the other node. */
  private void sendCalls() {
    CityClient feed = new CityClient(city, city.feed);
    while (sending) {
      JsonNode call = Events.fire(Events.unique("119"));
      answers.merge(feed.sendEvents(call).status(), 1, Integer::sum);
    }
  }

  private static void awaitBothAtWork() {
    Await.until(
        "two nodes that share the shards",
        () -> city.one("select count(distinct owner) from shard_lease where " + LIVING)
                .equals("2")
            && isAllOwnedWithout("nobody"));
  }

  private static boolean isAllOwnedWithout(String owner) {
    return city.one(
            "select count(*) from shard_lease where " + LIVING + " and owner <> '" + owner + "'")
        .equals("7");
  }

  private static LiveClient screenOnAnotherThan(String node) throws Exception {
    while (true) {
      LiveClient screen = LiveClient.open(city);
      if (!screen.snapshot().path("node").asText().equals(node)) return screen;
      screen.close();
    }
  }
}

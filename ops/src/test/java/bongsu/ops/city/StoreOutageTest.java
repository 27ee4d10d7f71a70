package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes under load whose store is killed, and then frozen for a while. */
@Tag("long")
class StoreOutageTest {
  private static final int FEEDS = 2;
  private static final int CALLS_AWAY = 40;
  /** On a machine that does other work too; the longest wait is printed. */
  private static final long MOST_CALL_MS = 20_000;

  private static RunningCity city;
  private static Vertx vertx;

  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final Set<String> calls = new HashSet<>();
  private final List<ResendingFeed> feeds = new CopyOnWriteArrayList<>();
  private volatile boolean sending = true;
  private long longestCallMs;

  @BeforeAll
  static void twoNodes() throws Exception {
    city = RunningCity.start("city-whose-store-leaves", 2);
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() throws Exception {
    if (vertx != null)
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    if (city != null) city.close();
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAndCallsAreTakenThroughout() throws Exception {
    vertx.runOnContext(go -> startFeeds());
    try (LiveClient screen = LiveClient.open(city)) {
      outage(screen, this::loseStore, city::thawLauncher);
      outage(screen, city.processes::freezeStore, city.processes::thawStore);
      assertFalse(screen.isClosed(), "a screen stays through it all");
    }
    sending = false;
    Await.until("every event to be acknowledged", () -> acknowledged().size() == sent.size());
    Await.until("the journals to be empty", () -> journalBytes() == 0);
    System.out.printf("longest wait of a call: %d ms%n", longestCallMs);
    assertTrue(longestCallMs <= MOST_CALL_MS, longestCallMs + " ms");
    eachIsKeptOnce();
    vertx.runOnContext(go -> feeds.forEach(ResendingFeed::close));
  }

  /** For as long as the test needs: the launcher would start it again at once. */
  private void loseStore() throws Exception {
    city.freezeLauncher();
    city.processes.killStore();
  }

  private interface Act {
    void run() throws Exception;
  }

  private void outage(LiveClient screen, Act begin, Act end) throws Exception {
    int before = screen.messages().size();
    begin.run();
    sendCallsUntilDegraded(screen, before);
    String receiptNo = "";
    for (int i = 0; i < CALLS_AWAY; i++) receiptNo = sendCall();
    awaitUnconfirmed(screen, before, receiptNo);
    assertEquals(200, new CityClient(city, "").get("/health/ready").status());
    end.run();
    city.reconnect();
    String last = receiptNo;
    Await.until("the call to be an incident", () -> isIncident(last));
    int shown = screen.messages().size();
    Await.until("nothing to be unconfirmed", () -> isLastUnconfirmedEmpty(screen));
    Await.until("the store to be told well", () -> told(screen, shown, "ok"));
  }

  private void sendCallsUntilDegraded(LiveClient screen, int before) {
    Await.until("the screen to say degraded", () -> {
      sendCall();
      return told(screen, before, "degraded");
    });
  }

  private static boolean told(LiveClient screen, int from, String store) {
    List<JsonNode> all = screen.messages();
    return all.subList(from, all.size()).stream()
        .anyMatch(message -> message.at("/status/store").asText().equals(store));
  }

  private void awaitUnconfirmed(LiveClient screen, int from, String receiptNo) {
    Await.until("the call as unconfirmed", () -> {
      List<JsonNode> all = screen.messages();
      return all.subList(from, all.size()).stream()
          .anyMatch(message -> message.path("unconfirmed").toString().contains(receiptNo));
    });
  }

  private static boolean isLastUnconfirmedEmpty(LiveClient screen) {
    return screen.messages().stream()
        .filter(message -> message.has("unconfirmed"))
        .reduce((older, newer) -> newer)
        .map(message -> message.path("unconfirmed").isEmpty())
        .orElse(false);
  }

  /** Over HTTP, once: it must be taken. */
  private String sendCall() {
    String receiptNo = Events.unique("119");
    long beganNs = System.nanoTime();
    CityClient.Reply reply = new CityClient(city, city.feed).sendEvents(Events.fire(receiptNo));
    assertEquals(200, reply.status(), reply.text());
    longestCallMs =
        Math.max(longestCallMs, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs));
    calls.add(receiptNo + "/1");
    return receiptNo;
  }

  private static boolean isIncident(String receiptNo) {
    return !city.rows("select 1 from incident_change where body like '%\"" + receiptNo + "\"%'")
        .isEmpty();
  }

  /** About 400 readings a second. */
  private void startFeeds() {
    for (int i = 0; i < FEEDS; i++) feeds.add(new ResendingFeed(vertx, city));
    vertx.setPeriodic(5, tick -> {
      if (sending) feeds.forEach(this::send);
    });
  }

  private void send(ResendingFeed feed) {
    JsonNode event = Events.reading("PM-" + sent.size() % 97, "pm10Ugm3", 30);
    sent.add(event.path("eventId").asText());
    feed.send(event);
  }

  private Set<String> acknowledged() {
    Set<String> all = new HashSet<>();
    feeds.forEach(feed -> all.addAll(feed.acknowledged));
    return all;
  }

  private static long journalBytes() {
    String metrics = new CityClient(city, "").get("/metrics").text();
    return metrics
        .lines()
        .filter(line -> line.startsWith("bongsu_journal_bytes"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  private void eachIsKeptOnce() {
    Await.until("all readings", () -> count("event where source = 'water'") == sent.size());
    assertEquals(
        Set.copyOf(sent), Set.copyOf(city.rows("select event_id from event where source='water'")));
    assertEquals(calls, Set.copyOf(city.rows("select event_id from call_event")));
    assertEquals(calls.size(), count("call_event"));
    assertEquals(0, count("call_event where conflict"));
    Await.until("an incident for each call", () -> count("incident") == calls.size());
  }

  private static int count(String of) {
    return Integer.parseInt(city.one("select count(*) from " + of));
  }
}

package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes with small journals, whose store's disk is full, then silent until the journals are full
 * as well; and which are killed with what they keep, before the drain and in its midst.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalTest {
  private static final List<String> NODES = List.of("node-1", "node-2");
  private static final long MOST_FOR_OTHERS = 5L << 20;
  private static final String SETTINGS =
      "nodeMemoryMb: 512\nsimulator: false\njournal:\n  maxMb: 7\n  callsMb: 2\n";

  private static final Path JOURNALS = Path.of("target", "small-journals").toAbsolutePath();
  private static SmallDisk disk;
  private static RunningCity city;
  private static Vertx vertx;

  private static final Set<String> sent = ConcurrentHashMap.newKeySet();
  private static final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private static final Set<String> calls = new HashSet<>();
  private ResendingFeed feed;
  private volatile boolean sending = true;

  @BeforeAll
  static void twoNodes() throws Exception {
    disk = new SmallDisk(Path.of("target", "small-disk").toAbsolutePath());
    RunningCity.delete(JOURNALS);
    Files.createDirectories(JOURNALS);
    city = RunningCity.start("small-disk/city", 2, SETTINGS, null, JOURNALS);
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() throws Exception {
    if (vertx != null)
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    if (city != null) city.close();
    disk.close();
  }

  @AfterEach
  void whatWasAcknowledgedIsThereOnce() {
    sending = false;
    city.reconnect();
    Await.until("the journals to be empty", () -> NODES.stream().allMatch(n -> bytes(n, "") == 0));
    Await.until("the feed to have every answer", () -> feed.isAnswered());
    acknowledged.addAll(feed.acknowledged);
    vertx.runOnContext(go -> feed.close());
    List<String> kept = city.rows("select event_id from event where source = 'water'");
    Set<String> once = Set.copyOf(kept);
    assertEquals(kept.size(), once.size());
    assertTrue(once.containsAll(acknowledged), () -> "lost: " + without(acknowledged, once));
    assertTrue(sent.containsAll(once), "nothing is kept that was not sent");
    List<String> keptCalls = city.rows("select event_id from call_event where not conflict");
    assertEquals(calls, Set.copyOf(keptCalls));
    assertEquals(calls.size(), keptCalls.size());
    Await.until("an incident for each call", () -> city.one("select count(*) from incident")
        .equals("" + calls.size()));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @Test
  @Order(1)
  void whileTheStoresDiskIsFullEventsAreAcknowledgedAllTheSame() throws Exception {
    startFeed();
    if (!disk.isSmall()) System.out.println("only root can mount a small disk: not tried");
    else {
      disk.fill();
      Await.until(
          "readings in the journals",
          () -> bytes("node-1", "others") > 0 || bytes("node-2", "others") > 0);
      int before = feed.acknowledged.size();
      for (int i = 0; i < 10; i++) sendCall();
      Await.until("more readings", () -> feed.acknowledged.size() > before + 200);
      disk.makeRoom();
    }
  }

  @Test
  @Order(2)
  void fullJournalsRefuseClearlyAndLoseNothingWhenTheirNodesAreKilled() throws Exception {
    startFeed();
    try (LiveClient screen = LiveClient.open(city)) {
      city.processes.freezeStore();
      screen.awaitStatus("the store to be away", s -> s.path("store").asText().equals("degraded"));
      fillJournals();
      screen.awaitStatus("an alarm", s -> s.at("/journal/state").asText().equals("full"));
      onlyCallsAreTaken();
      screen.awaitStatus(
          "the calls as unconfirmed", s -> s.at("/journal/unconfirmed").asInt() >= 20);
    }
    city.processes.kill("node-1");
    city.processes.thawStore();
    Await.until("node-2 to have stored a part", () -> !Files.exists(segment("node-2", 1)));
    city.processes.kill("node-2");
    assertTrue(bytes("node-2", "others") > 0, "killed before all was stored");
  }

  /** In ever smaller pieces, until not one more reading fits. Which node takes them is chance. */
  private void fillJournals() {
    for (int tries = 0; tries < 40; tries++) {
      CityClient one = new CityClient(city, city.feed);
      for (int size : List.of(1_000, 100, 10, 1)) while (sendReadings(one, size) == 200) {}
      if (NODES.stream().allMatch(node -> bytes(node, "others") > MOST_FOR_OTHERS - 1_000)) return;
    }
    assertTrue(false, "the journals do not fill");
  }

  private static int sendReadings(CityClient client, int size) {
    JsonNode[] readings = new JsonNode[size];
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      readings[i] = Events.reading("PM-" + i % 97, "pm10Ugm3", 30);
      ids.add(readings[i].path("eventId").asText());
    }
    sent.addAll(ids);
    CityClient.Reply reply = client.sendEvents(readings);
    if (reply.status() == 200) acknowledged.addAll(ids);
    else assertEquals(503, reply.status(), reply.text());
    return reply.status();
  }

  private void onlyCallsAreTaken() {
    int before = feed.acknowledged.size();
    for (int i = 0; i < 20; i++) {
      assertEquals(503, sendReadings(new CityClient(city, city.feed), 1));
      sendCall();
    }
    assertEquals(before, feed.acknowledged.size(), "no PUBACK either");
  }

  private static void sendCall() {
    String receiptNo = Events.unique("119");
    CityClient.Reply reply = new CityClient(city, city.feed).sendEvents(Events.fire(receiptNo));
    assertEquals(200, reply.status(), reply.text());
    calls.add(receiptNo + "/1");
  }

  /** About 200 readings a second over MQTT. */
  private void startFeed() {
    vertx.runOnContext(go -> {
      feed = new ResendingFeed(vertx, city);
      vertx.setPeriodic(5, tick -> {
        if (sending) send(feed);
      });
    });
    Await.until("the feed", () -> feed != null && !feed.acknowledged.isEmpty());
  }

  private static void send(ResendingFeed feed) {
    JsonNode event = Events.reading("PM-" + sent.size() % 97, "pm10Ugm3", 30);
    sent.add(event.path("eventId").asText());
    feed.send(event);
  }

  private static Path segment(String node, int number) {
    return JOURNALS.resolve(node).resolve("others-%010d.journal".formatted(number));
  }

  /** What a node's journal holds on its disk, in one lane or, for an empty name, in both. */
  private static long bytes(String node, String lane) {
    try (Stream<Path> files = Files.list(JOURNALS.resolve(node))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(lane))
          .mapToLong(JournalTest::size)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}

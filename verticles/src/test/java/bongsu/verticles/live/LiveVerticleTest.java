package bongsu.verticles.live;

import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.verticles.Address;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.journal.TestJournal;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.NodeStore;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.Troubles;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The node's picture as screens of different speed get it. */
class LiveVerticleTest {
  @RegisterExtension
  final NodeStore node = new NodeStore();

  private Vertx vertx;
  private Store store;
  private LiveVerticle live;

  @BeforeEach
  void open() {
    vertx = node.vertx();
    store = node.open();
    vertx.eventBus().registerDefaultCodec(ThingsMoved.class, new ThingsMoved.Codec());
  }

  private void startLive() throws Exception {
    live = new LiveVerticle(new LiveSetting(
        store,
        CityClock.real(),
        new Owners(),
        new NodeStats(),
        new Kept(7, 10_000_000_000L),
        new Reachability(System.nanoTime()),
        TestJournal.withoutRoom(),
        new Troubles(),
        id -> Optional.empty(),
        "node-1"));
    await(vertx.deployVerticle(live));
  }

  private static void until(BooleanSupplier condition) {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Test
  void wrongClocksAndRulesThatAreOffAreTold() throws Exception {
    node.run("insert into node (node_id, seen_at, clock_ahead_ms) values "
        + "('node-2-01234567-89ab-cdef-0123-456789abcdef', clock_timestamp(), -3600100), "
        + "('node-3', clock_timestamp(), 1900), "
        + "('gone', clock_timestamp() - interval '1 minute', 9000)");
    node.run("insert into shard_checkpoint (shard, judged_seq, state, rules_off) values "
        + "(0, 1, '', '{river,air}'), (1, 1, '', '{river}'), (2, 1, '', '{}')");
    startLive();
    JsonObject status = screen("").told.get(0).getJsonObject("status");
    assertEquals(new JsonArray().add("air").add("river"), status.getJsonArray("rulesOff"));
    assertEquals(
        new JsonArray().add(new JsonObject().put("node", "node-2").put("aheadS", -3600)),
        status.getJsonArray("wrongClocks"));
  }

  private FakeScreen screen(String since) {
    return join(new FakeScreen(), since);
  }

  /** It gets its snapshot and nothing more while it is slow. */
  private FakeScreen slowScreen() {
    FakeScreen screen = new FakeScreen();
    screen.slow = true;
    return join(screen, "");
  }

  private FakeScreen join(FakeScreen screen, String since) {
    live.join(screen.socket());
    screen.says("{\"watch\":{}" + since + "}");
    until(() -> !screen.told.isEmpty());
    return screen;
  }

  private void changed(String id, long seq) {
    IncidentBoard.Line line = IncidentBoardTest.open(id, seq);
    JsonArray wire =
        IncidentLines.toWire(id, seq, line.openedAt(), line.closedAt(), line.summary());
    vertx
        .eventBus()
        .publish(
            Address.INCIDENTS_CHANGED,
            new JsonObject().put("from", seq - 1).put("lines", new JsonArray().add(wire)));
  }

  private void moved(String id, long atMs) {
    Thing thing = new Thing("units", id, 37.26, 127.0, atMs, "{\"n\":" + atMs + "}");
    vertx.eventBus().publish(Address.THINGS_MOVED, new ThingsMoved(List.of(thing)));
  }

  private void keep(String id, String state, long seq, Instant closedAt) throws Exception {
    String closed = closedAt == null ? "null" : "'" + closedAt + "'";
    await(store
        .queries()
        .query("insert into incident (id, state, opened_at, closed_at, seq, summary) values ('" + id
            + "', '" + state + "', now(), " + closed + ", " + seq + ", '{\"id\":\"" + id
            + "\",\"seq\":" + seq + "}')")
        .execute());
  }

  private static List<Long> seqs(FakeScreen screen) {
    return screen.listed("incidents").stream().map(i -> i.getLong("seq")).toList();
  }

  private static long lastUnit(FakeScreen screen) {
    List<JsonObject> units = screen.listed("units");
    return units.isEmpty() ? 0 : units.get(units.size() - 1).getLong("n");
  }

  @Test
  void unconfirmedCallsOfAllNodesAreToldWholeAndOnlyWhenTheyChange() throws Exception {
    startLive();
    FakeScreen slow = slowScreen();
    unconfirmed("node-1", "{\"id\":\"a\"}");
    unconfirmed("node-2", "{\"id\":\"b\"}");
    unconfirmed("node-1", "{\"id\":\"a\"}");
    slow.slow = false;
    until(() -> lastUnconfirmed(slow).equals(List.of("a", "b")));
    FakeScreen late = screen("");
    assertEquals(List.of("a", "b"), lastUnconfirmed(late));
    unconfirmed("node-1");
    until(() -> lastUnconfirmed(late).equals(List.of("b")));
    assertEquals(3, late.listed("unconfirmed").size());
  }

  private static List<String> lastUnconfirmed(FakeScreen screen) {
    return screen.told.stream()
        .filter(message -> message.containsKey("unconfirmed"))
        .reduce((older, newer) -> newer)
        .map(message -> message.getJsonArray("unconfirmed").stream()
            .map(entry -> ((JsonObject) entry).getString("id"))
            .toList())
        .orElse(List.of());
  }

  private void unconfirmed(String node, String... entries) {
    vertx
        .eventBus()
        .publish(
            Address.CALLS_UNCONFIRMED,
            new JsonObject()
                .put("node", node)
                .put("count", entries.length)
                .put("entries", new JsonArray(List.of(entries))));
  }

  @Test
  void aSlowScreenGetsTheLatestStateLaterAndNoQueue() throws Exception {
    startLive();
    FakeScreen quick = screen("");
    FakeScreen slow = slowScreen();
    for (int n = 1; n <= 20; n++) {
      moved("PUMP-11", n);
      changed("A", n);
      int latest = n;
      until(() -> seqs(quick).contains((long) latest) && lastUnit(quick) == latest);
    }
    assertEquals(1, slow.told.size());
    slow.slow = false;
    until(() -> lastUnit(slow) == 20 && seqs(slow).contains(20L));
    assertEquals(1, slow.listed("units").size());
    assertEquals(List.of(20L), seqs(slow));
  }

  @Test
  void aScreenThatReadsAgainWhenSomethingHappensIsToldWhatItMissedToo() throws Exception {
    startLive();
    FakeScreen quick = screen("");
    FakeScreen slow = slowScreen();
    changed("A", 1);
    until(() -> seqs(quick).equals(List.of(1L)));
    slow.slow = false;
    changed("B", 2);
    until(() -> seqs(slow).contains(2L));
    assertTrue(seqs(slow).contains(1L), "" + slow.told);
  }

  @Test
  void whatTheBusLostComesFromTheStore() throws Exception {
    startLive();
    FakeScreen screen = screen("");
    keep("A", "open", 1, null);
    changed("B", 3);
    until(() -> seqs(screen).contains(1L));
  }

  @Test
  void whoComesBackIsToldOnlyWhatChangedSince() throws Exception {
    keep("A", "open", 3, null);
    keep("B", "open", 5, null);
    startLive();
    FakeScreen screen = screen(",\"since\":3");
    assertTrue(screen.told.get(0).getBoolean("resumed"));
    assertEquals(List.of(5L), seqs(screen));
  }

  @Test
  void whoHasSeenMoreThanThisNodeMakesItLookFirst() throws Exception {
    startLive();
    keep("A", "open", 7, null);
    keep("B", "open", 8, null);
    FakeScreen screen = screen(",\"since\":7");
    assertTrue(screen.told.get(0).getBoolean("resumed"));
    assertEquals(List.of(8L), seqs(screen));
  }

  @Test
  void whoseLastNumberIsOfAnotherCityStartsAfresh() throws Exception {
    keep("A", "open", 3, null);
    startLive();
    FakeScreen screen = screen(",\"since\":900");
    assertFalse(screen.told.get(0).getBoolean("resumed"));
    assertEquals(List.of(3L), seqs(screen));
  }

  @Test
  void whoMissedWhatIsNoLongerShownStartsAfresh() throws Exception {
    keep("A", "closed", 4, Instant.now().minus(Duration.ofDays(2)));
    keep("B", "open", 5, null);
    startLive();
    assertFalse(screen(",\"since\":3").told.get(0).getBoolean("resumed"));
    assertTrue(screen(",\"since\":4").told.get(0).getBoolean("resumed"));
  }
}

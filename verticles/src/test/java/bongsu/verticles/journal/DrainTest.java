package bongsu.verticles.journal;

import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.ShardJudge;
import bongsu.verticles.access.Rejections;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.LeaseKeeper;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.shard.Outcome;
import bongsu.verticles.shard.Parcel;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.shard.ShardVerticle;
import bongsu.verticles.store.NodeStore;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Store;
import io.vertx.core.Deployable;
import io.vertx.core.VerticleBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is handed to real owners on a real store, which does not take all of it. */
class DrainTest {
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.26, 127.02));
  private static final Instant AT = Instant.parse("2026-08-06T05:50:00Z");

  @RegisterExtension
  final NodeStore node = new NodeStore();

  @TempDir
  Path dir;

  private final Reachability reachability = new Reachability(System.nanoTime());
  private final Owners owners = new Owners();
  private Store store;
  private ShardDoors doors;

  @BeforeEach
  void open() throws Exception {
    store = node.open();
    for (String table : List.of("event", "call_event"))
      node.runAsOwner(
          "alter table " + table + " add constraint x check (event_id not like 'bad%')");
    doors = new ShardDoors(node.vertx(), owners);
    until("a node that takes leases", this::takesLeases);
    until("all shards to be owned", owners::areAllKnown);
  }

  /** On a busy machine the first renewal may take longer than one may. */
  private boolean takesLeases() throws Exception {
    try {
      await(node.vertx().deployVerticle(new LeaseKeeper(store, owners, this::ownerOf)));
      return true;
    } catch (ExecutionException slow) {
      return false;
    }
  }

  private Deployable ownerOf(Lease lease, LeaseKeeper.Resignation resignation) {
    if (lease.shard() == Lease.CITY) return new VerticleBase() {};
    return new ShardVerticle(
        lease,
        store,
        doors,
        () -> new ShardJudge(RuleSet.none(), AssetView.none(), PLANE),
        new NodeStats(),
        resignation);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(String what, Condition condition) throws Exception {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain for " + what);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Journal journal() throws IOException {
    JournalKey key = JournalKey.in(dir.resolve("key"));
    JournalSpace space = new JournalSpace(100 << 20, 10 << 20);
    return new Journal(dir, "node-1", new LocalDisk(), key, space, reachability);
  }

  /** As a process before has left it. */
  private void left(List<CityEvent> events) throws Exception {
    try (Journal journal = journal()) {
      journal.open(List.of());
      for (CityEvent event : events) {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        Parcel parcel = Parcel.of(event, false);
        journal.keep(parcel.urgent(), List.of(parcel), fate::complete);
        assertEquals(Fate.KEPT, fate.get(30, TimeUnit.SECONDS));
      }
    }
  }

  private Journal drained() throws Exception {
    Journal journal = journal();
    Rejections rejections = new Rejections(node.vertx(), store.queries(), InstantSource.system());
    await(node.vertx()
        .deployVerticle(new JournalVerticle(
            journal,
            new DrainSetting(reachability, owners, doors, rejections, store.queries()),
            List.of())));
    until("the journal to be empty", () -> journal.state() == Journal.State.EMPTY);
    return journal;
  }

  private static SensorReading reading(String eventId) {
    return new SensorReading(
        Origin.of("suwon-air", eventId, AT), "PM-" + eventId, Quantity.PM10_UGM3, 31, null);
  }

  private static CallReport call(String eventId) {
    return (CallReport) EventDecoder.decodeOwn(
        ("{\"type\":\"CallReport\",\"source\":\"fire-119\",\"eventId\":\"%s\",\"revision\":1,"
                + "\"observedAt\":\"2026-08-06T05:50:00Z\",\"agency\":\"119\",\"receiptNo\":\"%s\","
                + "\"callType\":\"fire\"}")
            .formatted(eventId, eventId));
  }

  private static List<CityEvent> readings(int from, int to) {
    List<CityEvent> readings = new ArrayList<>();
    for (int i = from; i < to; i++) readings.add(reading("r-" + i));
    return readings;
  }

  @Test
  void whatTheStoreNeverTakesIsSetAsideAndTheRestIsDrained() throws Exception {
    List<CityEvent> events = readings(0, 50);
    events.add(reading("bad-1"));
    events.addAll(readings(50, 100));
    events.addAll(List.of(call("119-1"), call("bad-2"), call("119-3")));
    left(events);
    Journal journal = drained();
    assertEquals(100, node.count("event"));
    assertEquals(2, node.count("call_event"));
    assertEquals(Set.of("bad-1", "bad-2"), inAsideFiles());
    assertEquals(2, node.count("rejection_sample where reason like '%node-1/%.aside'"));
    assertEquals(3, shownIds(journal).size(), "while fusion has not read them");
    readByFusion();
    until("the rest to be confirmed", () -> shownIds(journal).equals(List.of("fire-119/bad-2")));
  }

  /** What its owner does with each commit. */
  private void readByFusion() throws Exception {
    node.run(
        "insert into fusion_checkpoint (city, input_no, judgement_seqs, call_seqs, state) values "
            + "(0, 1, array_fill(0::bigint, array[6]), array_fill(100::bigint, array[6]), '')");
  }

  private static List<String> shownIds(Journal journal) {
    return journal.unconfirmed().message().getJsonArray("entries").stream()
        .map(entry -> new io.vertx.core.json.JsonObject((String) entry).getString("id"))
        .toList();
  }

  /** As an operator would have them drained again, once the fault is mended: renamed. */
  private Set<String> inAsideFiles() throws IOException {
    List<Path> aside;
    try (Stream<Path> all = Files.list(dir.resolve("node-1"))) {
      aside = all.toList();
    }
    Set<String> ids = new java.util.HashSet<>();
    for (Path file : aside) {
      String name = file.getFileName().toString();
      assertTrue(name.endsWith(".aside"), name);
      Files.move(file, file.resolveSibling(name.replace(".aside", ".journal")));
      LaneFiles files = new LaneFiles(
          name.substring(0, name.indexOf('-')), new LocalDisk(), JournalKey.in(dir.resolve("key")));
      files.open(dir.resolve("node-1"), List.of());
      for (Parcel parcel : files.read(9).parcels())
        ids.add(parcel.event().origin().eventId());
    }
    return ids;
  }

  @Test
  void aBadEventAmongGoodOnesCostsItsShardNothing() throws Exception {
    long epochs = node.count("shard_lease where epoch = 1");
    List<CityEvent> events = readings(0, 9);
    events.add(4, reading("bad-1"));
    Outcome[] outcomes = delivered(events);
    for (int i = 0; i < 10; i++)
      assertEquals(i == 4 ? Outcome.UNSTORABLE : Outcome.ACCEPTED, outcomes[i]);
    assertEquals(epochs, node.count("shard_lease where epoch = 1"), "no owner gave up");
  }

  /** An owner that is known may not have opened yet. */
  private Outcome[] delivered(List<CityEvent> events) throws Exception {
    List<Parcel> parcels = events.stream().map(event -> Parcel.of(event, false)).toList();
    List<Outcome> outcomes = new ArrayList<>();
    until("an owner to take them", () -> {
      outcomes.clear();
      outcomes.addAll(List.of(await(doors.deliver(3, parcels))));
      return !outcomes.contains(Outcome.UNAVAILABLE);
    });
    return outcomes.toArray(Outcome[]::new);
  }
}

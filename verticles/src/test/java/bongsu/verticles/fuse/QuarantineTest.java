package bongsu.verticles.fuse;

import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.core.event.CityEvent;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionSettings;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.RuleLoader;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.ShardJudge;
import bongsu.rules.judge.Thing;
import bongsu.rules.judge.ZoneShape;
import bongsu.verticles.access.AccessBench;
import bongsu.verticles.access.RejectionRoutes;
import bongsu.verticles.access.Rejections;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.cluster.LeaseKeeper;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.shard.Outcome;
import bongsu.verticles.shard.Parcel;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.shard.ShardVerticle;
import bongsu.verticles.store.NodeStore;
import bongsu.verticles.store.Store;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Shards and fusion on a real store; fusion cannot name one place and a rule cannot name one sensor,
 * as if they had a fault there.
 */
class QuarantineTest {
  private static final double UNBEARABLE_DEG = 37.5;
  private static final String UNBEARABLE_ID = "WL-BAD";
  private static final String RULES = """
      rules:
        - id: level
          version: 1
          kind: threshold
          severity: 2
          incidentKind: flood
          on: { event: SensorReading, quantity: waterLevelM }
          atLeast: 3
          message: { ko: "{name}", en: "{name}" }
        - id: depth
          version: 1
          kind: threshold
          severity: 2
          incidentKind: flood
          on: { event: SensorReading, quantity: waterDepthM }
          atLeast: 3
          message: { ko: "{name}", en: "{name}" }
      """;
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.26, 127.02));

  @RegisterExtension
  final NodeStore node = new NodeStore();

  private final Owners owners = new Owners();
  private final AtomicInteger failures = new AtomicInteger();
  private ShardDoors doors;
  private Vertx vertx;
  private Store store;

  private RuleSet rules;
  private String keeper;

  @BeforeEach
  void open() throws Exception {
    vertx = node.vertx();
    store = node.open();
    doors = new ShardDoors(vertx, owners);
    rules = RuleLoader.load(Map.of("rules.yaml", RULES));
    keeper = keepLeases();
  }

  private String keepLeases() throws Exception {
    return await(vertx.deployVerticle(new LeaseKeeper(store, owners, this::ownerOf)));
  }

  private Deployable ownerOf(Lease lease, LeaseKeeper.Resignation resignation) {
    if (lease.shard() != Lease.CITY)
      return new ShardVerticle(
          lease,
          store,
          doors,
          () -> new ShardJudge(rules, new AssetsWithAFault(), PLANE),
          new NodeStats(),
          resignation);
    FusionSettings settings = FusionSettings.defaults();
    return new FusionVerticle(
        lease,
        new FusionSetting(
            store,
            CityClock.real(),
            owners,
            settings,
            id -> Optional.empty(),
            () -> new Fusion(settings, PLANE, this::nameOf),
            () -> new CityJudge(rules, new AssetsWithAFault(), PLANE)),
        resignation);
  }

  private Bilingual nameOf(Position position) {
    if (position.latDeg() != UNBEARABLE_DEG) return Bilingual.same("somewhere");
    failures.incrementAndGet();
    throw new IllegalStateException("no name for it");
  }

  private record AssetsWithAFault() implements AssetView {
    @Override
    public Optional<Thing> find(String assetId) {
      if (assetId.equals(UNBEARABLE_ID)) throw new IllegalStateException("no name for it");
      return Optional.empty();
    }

    @Override
    public Collection<Thing> listThings() {
      return List.of();
    }

    @Override
    public List<ZoneShape> listZones() {
      return List.of();
    }
  }

  @Test
  void aCallThatFusionCannotBearIsTriedThreeTimesAndThenTheOthersGoOn() throws Exception {
    take(call("119-1", 37.1));
    take(call("119-2", UNBEARABLE_DEG));
    take(call("119-3", 37.9));
    awaitRows(2, "select 1 from incident where state = 'open'");
    assertEquals(3, failures.get());
    assertEquals(
        List.of("(fusion)"),
        rows("select source from rejection_count where field = 'call' and count = 1"));
    assertEquals(List.of("3"), rows("select count(*)::text from call_event"), "it stays kept");
    take(call("119-4", 37.7));
    awaitRows(3, "select 1 from incident where state = 'open'");
    assertEquals(3, failures.get(), "never tried again");
  }

  @Test
  void anEventThatARuleCannotBearIsKeptAndShownAndTheThirdSwitchesThatRuleOff() throws Exception {
    take(reading("w-1", UNBEARABLE_ID, "waterLevelM"));
    take(reading("w-2", "WL-1", "waterLevelM"));
    awaitRows(1, "select 1 from judgement where body like '%\"WL-1\"%'");
    awaitRows(1, "select 1 from quarantine where stream = 'event' and tries >= 3");
    awaitShown("kept, but left out: Bongsu could not bear it", 1);
    take(reading("w-3", UNBEARABLE_ID, "waterLevelM"));
    take(reading("w-4", UNBEARABLE_ID, "waterLevelM"));
    awaitRows(1, "select 1 from shard_checkpoint where rules_off = '{level}'");
    awaitShown("kept, but left out: Bongsu could not bear it", 3);
    assertEquals(List.of("4"), rows("select count(*)::text from event"), "all are kept");
    take(reading("w-5", UNBEARABLE_ID, "waterLevelM"));
    goOn(5);
    await(vertx.undeploy(keeper));
    keepLeases();
    take(reading("w-6", UNBEARABLE_ID, "waterLevelM"));
    goOn(6);
    awaitShown("kept, but left out: Bongsu could not bear it", 3);
  }

  /** The shard of the rule's failures judges by its other rules. */
  private void goOn(int n) throws Exception {
    String subject = sameShardAs(UNBEARABLE_ID, n);
    take(reading("d-" + n, subject, "waterDepthM"));
    awaitRows(1, "select 1 from judgement where body like '%\"" + subject + "\"%'");
  }

  private String sameShardAs(String other, int n) {
    for (int i = n * 1_000; ; i++)
      if (owners.shardOf("WD-" + i) == owners.shardOf(other)) return "WD-" + i;
  }

  /** What an administrator sees at {@code GET /api/v1/rejections}. */
  private void awaitShown(String reason, int count) throws Exception {
    try (AccessBench http = new AccessBench(node.address())) {
      http.mount(
          new RejectionRoutes(http.gate, new Rejections(vertx, store.queries(), store.clock())));
      String token = http.token("admin-" + System.nanoTime(), Right.ADMINISTER);
      long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (true) {
        JsonObject shown = new JsonObject(
            http.get("/api/v1/rejections", "Authorization", "Bearer " + token).body());
        JsonArray last = shown.getJsonArray("last");
        if (last.size() == count) {
          assertEquals(reason, shown.getJsonArray("counts").getJsonObject(0).getString("reason"));
          assertTrue(last.getJsonObject(0).getString("sample").contains("rule level failed"));
          return;
        }
        assertTrue(System.nanoTime() < untilNs, "shown: " + shown);
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private static CityEvent reading(String eventId, String sensorId, String quantity) {
    return EventDecoder.decodeOwn(("{\"type\":\"SensorReading\",\"source\":\"water\","
            + "\"eventId\":\"%s\",\"observedAt\":\"2026-08-06T05:50:00Z\","
            + "\"sensorId\":\"%s\",\"quantity\":\"%s\",\"value\":3.5}")
        .formatted(eventId, sensorId, quantity));
  }

  private static CityEvent call(String receiptNo, double latDeg) {
    return EventDecoder.decodeOwn(
        ("{\"type\":\"CallReport\",\"source\":\"fire-119\",\"eventId\":\"%s\",\"revision\":1,"
                + "\"observedAt\":\"2026-08-06T05:50:00Z\",\"agency\":\"119\",\"receiptNo\":\"%s\","
                + "\"callType\":\"fire\",\"position\":{\"latDeg\":%s,\"lonDeg\":127.0}}")
            .formatted(receiptNo, receiptNo, latDeg));
  }

  private void take(CityEvent call) throws Exception {
    Parcel parcel = Parcel.of(call, false);
    for (int tries = 0; tries < 300; tries++) {
      if (owners.shards() > 0
          && await(doors.deliver(owners.shardOf(call.subject()), List.of(parcel)))[0]
              == Outcome.ACCEPTED) return;
      LockSupport.parkNanos(100_000_000);
    }
    assertTrue(false, "nobody takes the call");
  }

  private void awaitRows(int wanted, String sql) throws Exception {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (await(store.queries().query(sql).execute()).size() != wanted) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain for " + sql);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private List<String> rows(String sql) throws Exception {
    List<String> found = new ArrayList<>();
    await(store.queries().query(sql).execute()).forEach(row -> found.add(row.getString(0)));
    return found;
  }
}

package bongsu.verticles.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.postgres.TestStore;
import bongsu.verticles.store.NodeStore;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.StoreAddress;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keepers on a real store, each as a node has it, with owners that only tell that they run. */
class LeaseKeeperTest {
  private static final int ALL = 7;

  private final Vertx vertx = Vertx.vertx();
  private final TestStore testStore = TestStore.migratedFrom("classpath:db/migration");
  private final Map<Integer, String> ownerOfShard = new ConcurrentHashMap<>();
  private final Queue<String> doubles = new ConcurrentLinkedQueue<>();
  private final Queue<Lease> started = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    testStore.open();
  }

  @AfterEach
  void close() throws Exception {
    await(vertx.close());
    testStore.close();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static void await(BooleanSupplier condition) {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private StoreAddress address() {
    var app = testStore.app();
    return new StoreAddress(app.host(), app.port(), app.database(), app.user(), app.password());
  }

  /** Runs for one lease; notes when two run for one shard. */
  private final class Owner extends VerticleBase {
    private final String node;
    private final Lease lease;
    private final Runnable onStart;

    Owner(String node, Lease lease, Runnable onStart) {
      this.node = node;
      this.lease = lease;
      this.onStart = onStart;
    }

    @Override
    public Future<?> start() {
      String other = ownerOfShard.put(lease.shard(), node);
      if (other != null) doubles.add("shard " + lease.shard() + ": " + other + " and " + node);
      started.add(lease);
      onStart.run();
      return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
      ownerOfShard.remove(lease.shard(), node);
      return Future.succeededFuture();
    }
  }

  private String keep(String node, Owners owners, StoreAddress at) throws Exception {
    return keep(node, owners, at, resignation -> {});
  }

  private String keep(
      String node, Owners owners, StoreAddress at, Consumer<LeaseKeeper.Resignation> onStart)
      throws Exception {
    Store store = new Store(vertx, at, node, 6, NodeStore.MASTER);
    return await(vertx.deployVerticle(new LeaseKeeper(
        store, owners, (lease, resignation) -> owner(node, lease, resignation, onStart))));
  }

  private Deployable owner(
      String node,
      Lease lease,
      LeaseKeeper.Resignation resignation,
      Consumer<LeaseKeeper.Resignation> onStart) {
    return new Owner(node, lease, () -> onStart.accept(resignation));
  }

  private long heldBy(String node) {
    return ownerOfShard.values().stream().filter(node::equals).count();
  }

  @Test
  void twoKeepersShareFairlyAndNeverRunTheSameShard() throws Exception {
    String first = keep("one", new Owners(), address());
    await(() -> heldBy("one") == ALL);
    keep("two", new Owners(), address());
    await(() -> heldBy("one") == 4 && heldBy("two") == 3);
    await(vertx.undeploy(first));
    await(() -> heldBy("two") == ALL);
    assertEquals(List.of(), List.copyOf(doubles));
  }

  @Test
  void everyTakingOfAShardHasANewEpoch() throws Exception {
    String first = keep("one", new Owners(), address());
    await(() -> heldBy("one") == ALL);
    await(vertx.undeploy(first));
    keep("two", new Owners(), address());
    await(() -> heldBy("two") == ALL);
    assertEquals(started.size(), started.stream().distinct().count());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ownersStopWhenTheStoreCannotBeReached(boolean silent) throws Exception {
    StoreProxy proxy = new StoreProxy(vertx, address());
    Owners owners = new Owners();
    keep("one", owners, await(proxy.open()));
    await(() -> heldBy("one") == ALL && owners.find(Lease.CITY).isPresent());
    if (silent) proxy.fallSilent();
    else proxy.cut();
    await(() -> ownerOfShard.isEmpty());
    assertTrue(owners.find(Lease.CITY).isEmpty(), "nobody is sent to an owner that has stopped");
    keep("two", new Owners(), address());
    await(() -> heldBy("two") == ALL);
  }

  @Test
  void anOwnerThatFailsWhileItStartsIsStartedAfresh() throws Exception {
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    keep("one", new Owners(), address(), resignation -> {
      if (failures.isEmpty()) {
        failures.add("once");
        resignation.resign("could not read");
      }
    });
    await(() -> heldBy("one") == ALL && started.size() == ALL + 1);
    assertEquals(List.of(), List.copyOf(doubles));
  }

  @Test
  void aLeaseEndsEarlyOnceItsOwnerIsSilentAndItsConnectionGone() throws Exception {
    keep("here", new Owners(), address());
    await(() -> heldBy("here") == ALL);
    Store watching = new Store(vertx, address(), "watching", 1, NodeStore.MASTER);
    LeaseTable table = new LeaseTable(watching);
    String silent = "update shard_lease set expires_at = clock_timestamp() + interval '1900 ms', "
        + "owner = case when shard < 3 then 'gone' else owner end";
    await(() -> {
      try {
        await(watching.queries().query(silent).execute());
        return await(table.view()).entries().stream()
            .allMatch(entry -> entry.living() == (entry.shard() >= 3));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }
}

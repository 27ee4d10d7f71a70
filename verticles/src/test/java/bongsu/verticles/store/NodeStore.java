package bongsu.verticles.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.postgres.TestStore;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.shard.LeaseLostException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real store with our schema, empty for each test, as a node opens it. */
public final class NodeStore implements BeforeEachCallback, AfterEachCallback {
  public static final int SHARDS = 6;
  public static final MasterKey MASTER = MasterKey.of(MasterKey.fresh());

  private final TestStore testStore = TestStore.migratedFrom("classpath:db/migration");
  private Vertx vertx;
  private Store store;

  @Override
  public void beforeEach(ExtensionContext test) {
    vertx = Vertx.vertx();
    var app = testStore.open().app();
    store = new Store(
        vertx,
        new StoreAddress(app.host(), app.port(), app.database(), app.user(), app.password()),
        "test",
        SHARDS,
        MASTER);
  }

  @Override
  public void afterEach(ExtensionContext test) throws Exception {
    await(vertx.close());
    testStore.close();
  }

  /** The node's connections. */
  public Store open() {
    return store;
  }

  /** Where it is. */
  public bongsu.ops.postgres.StoreAddress address() {
    return testStore.app();
  }

  /** What the node runs on; it ends with the test. */
  public Vertx vertx() {
    return vertx;
  }

  public static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** Takes a shard's lease, as an owner that takes over does. */
  public Lease take(int shard) throws Exception {
    var rows = await(store
        .leases()
        .preparedQuery("update shard_lease set epoch = epoch + 1 where shard = $1 returning epoch")
        .execute(Tuple.of(shard)));
    return new Lease(shard, rows.iterator().next().getLong("epoch"));
  }

  /** How many rows; a condition may follow the table's name. */
  public long count(String table) throws Exception {
    var rows = await(store.queries().query("select count(*) as n from " + table).execute());
    return rows.iterator().next().getLong("n");
  }

  /** Runs a statement. */
  public void run(String sql) throws Exception {
    await(store.queries().query(sql).execute());
  }

  /** Runs a statement as the owner of the schema, who may change it. */
  public void runAsOwner(String sql) throws Exception {
    try (var owner = testStore.owner().connect();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A write failed because another owner has taken over. */
  public static void assertLost(Future<?> write) {
    Throwable failed = assertThrows(ExecutionException.class, () -> await(write));
    assertTrue(failed.getCause() instanceof LeaseLostException, "" + failed.getCause());
  }
}

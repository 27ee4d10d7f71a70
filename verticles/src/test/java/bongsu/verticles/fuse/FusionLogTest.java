package bongsu.verticles.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.postgres.TestStore;
import bongsu.rules.fuse.FusionInput;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.shard.LeaseLostException;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.StoreAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FusionLogTest {
  private static final int SHARDS = 6;
  private final Vertx vertx = Vertx.vertx();
  private final TestStore testStore = TestStore.migratedFrom("classpath:db/migration");
  private Store store;

  @BeforeEach
  void open() {
    var app = testStore.open().app();
    store = new Store(
        vertx,
        new StoreAddress(app.host(), app.port(), app.database(), app.user(), app.password()),
        SHARDS);
  }

  @AfterEach
  void close() throws Exception {
    await(vertx.close());
    testStore.close();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /** As an owner that takes over does. */
  private FusionLog take() throws Exception {
    var rows = await(store
        .leases()
        .query("update shard_lease set epoch = epoch + 1 where shard = -1 returning epoch")
        .execute());
    Lease lease = new Lease(Lease.CITY, rows.iterator().next().getLong("epoch"));
    return new FusionLog(store.city(), lease);
  }

  private static Future<Void> commitTick(FusionLog log, long no, Cursors cursors) {
    var tick =
        new FusionLog.Numbered(no, Instant.parse("2026-08-06T05:50:00Z"), new FusionInput.Tick());
    return log.commit(List.of(tick), List.of(), List.of(), cursors, "state " + no);
  }

  @Test
  void theNextOwnerGoesOnWhereTheOneBeforeStopped() throws Exception {
    Cursors cursors = new Cursors(SHARDS);
    cursors.onCall(2, 40);
    cursors.onJudgement(5, 7);
    await(commitTick(take(), 1, cursors));
    FusionLog.Start start = await(take().load(SHARDS));
    assertEquals(1, start.inputNo());
    assertEquals("state 1", start.state());
    assertEquals(40, start.cursors().calls()[2]);
    assertEquals(7, start.cursors().judgements()[5]);
  }

  @Test
  void anOwnerThatWasReplacedCommitsNeitherInputNorCursor() throws Exception {
    FusionLog old = take();
    await(commitTick(old, 1, new Cursors(SHARDS)));
    FusionLog now = take();
    Throwable failed = assertThrows(
        ExecutionException.class, () -> await(commitTick(old, 2, new Cursors(SHARDS))));
    assertTrue(failed.getCause() instanceof LeaseLostException, "" + failed.getCause());
    assertEquals(1, await(now.load(SHARDS)).inputNo());
    await(commitTick(now, 2, new Cursors(SHARDS)));
  }
}

package bongsu.verticles.fuse;

import static bongsu.verticles.store.NodeStore.SHARDS;
import static bongsu.verticles.store.NodeStore.assertLost;
import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.rules.fuse.FusionInput;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.store.NodeStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FusionLogTest {
  @RegisterExtension
  final NodeStore node = new NodeStore();

  /** As an owner that takes over does. */
  private FusionLog take() throws Exception {
    return new FusionLog(node.open().city(), node.take(Lease.CITY));
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
    assertLost(commitTick(old, 2, new Cursors(SHARDS)));
    assertEquals(1, await(now.load(SHARDS)).inputNo());
    await(commitTick(now, 2, new Cursors(SHARDS)));
  }
}

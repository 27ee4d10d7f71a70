package bongsu.verticles.fuse;

import static bongsu.verticles.store.NodeStore.SHARDS;
import static bongsu.verticles.store.NodeStore.assertLost;
import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.FusionSettings;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.owner.CityTurn;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.Cursors;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.store.NodeStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FusionLogTest {
  private static final Instant AT = Instant.parse("2026-08-06T05:50:00Z");
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.2636, 127.0286));

  @RegisterExtension
  final NodeStore node = new NodeStore();

  /** As an owner that takes over does. */
  private FusionLog take() throws Exception {
    return new FusionLog(node.open().city(), node.take(Lease.CITY));
  }

  private static Future<Void> commitTick(FusionLog log, long no, Cursors cursors) {
    Fusion fusion = new Fusion(FusionSettings.defaults(), PLANE, at -> Bilingual.same(""));
    CityWork work = new CityWork(
        fusion, new CityJudge(RuleSet.none(), AssetView.none(), PLANE), id -> Optional.empty());
    work.rebuild(
        new CityWork.Start(no - 1, Instant.MIN, cursors, "", 0, List.of()), List.of(), Set.of());
    CityTurn turn = work.begin();
    turn.on(new FusionInput.Tick(), AT);
    return log.commit(turn, cursors, "state " + no);
  }

  @Test
  void theNextOwnerGoesOnWhereTheOneBeforeStopped() throws Exception {
    Cursors cursors = new Cursors(SHARDS);
    cursors.onCall(2, 40);
    cursors.onJudgement(5, 7);
    await(commitTick(take(), 1, cursors));
    CityWork.Start start = await(take().load(SHARDS));
    assertEquals(1, start.inputNo());
    assertEquals("state 1", start.state());
    assertEquals(AT, start.lastAt(), "city time goes on from there");
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

  @Test
  void afterTheTenThousandthOfADayTheNextOwnerCountsOn() throws Exception {
    FusionLog log = take();
    for (String id : List.of("I-20260806-9999", "I-20260806-10000", "I-20260805-0007"))
      await(node.open()
          .city()
          .query("insert into incident (id, state, opened_at, lat_deg, lon_deg, seq, summary) "
              + "values ('" + id + "', 'closed', now(), 37, 127, 1, '{}')")
          .execute());
    assertEquals(
        Set.of("I-20260806-10000", "I-20260805-0007"),
        Set.copyOf(await(log.load(SHARDS)).ids()));
  }
}

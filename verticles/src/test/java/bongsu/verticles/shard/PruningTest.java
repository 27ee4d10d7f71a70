package bongsu.verticles.shard;

import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.rules.judge.Judgement;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWrites;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.NodeStore;
import bongsu.verticles.store.Pruning;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes when it has done its work, and what must stay because somebody may still need it. */
class PruningTest {
  private static final int SHARD = 3;
  private static final Instant AT = Instant.parse("2026-08-06T05:50:00Z");

  @RegisterExtension
  final NodeStore node = new NodeStore();

  private static SensorReading reading(long number) {
    return new SensorReading(
        Origin.of("suwon-air", "r-" + number, AT), "PM-1", Quantity.PM10_UGM3, 31, null);
  }

  /** A shard that judged ten events, with a checkpoint after some of them. */
  private JudgementTable judged(long upToCheckpoint) throws Exception {
    JudgementTable table = new JudgementTable(node.open().events(), node.take(SHARD));
    List<ShardEntry> group = new ArrayList<>();
    for (long seq = 1; seq <= 10; seq++) {
      group.add(new ShardEntry.Judged(seq, new Judgement.Selected(reading(seq))));
      if (seq == upToCheckpoint) group.add(new ShardEntry.Checkpoint(seq, seq, "{}"));
    }
    await(table.write(ShardWrites.of(group)));
    return table;
  }

  private void fusionHasRead(long upTo) throws Exception {
    node.run("insert into fusion_checkpoint values (0, 1, '{0,0,0," + upTo + ",0,0}', '{}', '')");
  }

  private void anHourLater() throws Exception {
    node.run("update judgement set judged_at = judged_at - interval '61 minutes'");
  }

  private long prune() throws Exception {
    return await(Pruning.prune(node.open().queries()));
  }

  @Test
  void judgementsThatFusionHasNotReadStay() throws Exception {
    judged(10);
    fusionHasRead(4);
    anHourLater();
    assertEquals(4, prune());
    assertEquals(6, node.count("judgement where seq > 4"));
  }

  @Test
  void judgementsThatANewOwnerWouldMakeAgainStaySoThatItWritesThemNotTwice() throws Exception {
    JudgementTable table = judged(7);
    fusionHasRead(10);
    anHourLater();
    assertEquals(7, prune());
    await(table.write(
        ShardWrites.of(List.of(new ShardEntry.Judged(11, new Judgement.Selected(reading(9)))))));
    assertEquals(3, node.count("judgement"));
  }

  @Test
  void recentJudgementsStayForWhoeverWantsToSeeThem() throws Exception {
    judged(10);
    fusionHasRead(10);
    assertEquals(0, prune());
  }

  @Test
  void withoutAFusionThatReadsNothingGoes() throws Exception {
    judged(10);
    anHourLater();
    assertEquals(0, prune());
  }

  @Test
  void numbersGoOnAlthoughAllRowsAreGone() throws Exception {
    JudgementTable table = judged(10);
    fusionHasRead(10);
    anHourLater();
    assertEquals(10, prune());
    assertEquals(10, await(table.load()).lastSeq());
  }

  @Test
  void nodesThatLongStoppedBreathingAreForgotten() throws Exception {
    node.run(
        "insert into node values ('node-1-old', now() - interval '2 hours'), ('node-1', now())");
    assertEquals(1, prune());
    assertEquals(1, node.count("node where node_id = 'node-1'"));
  }

  @Test
  void aDayIsDroppedOnlyWhenAllOfItIsJudged() throws Exception {
    Lease lease = node.take(SHARD);
    var waiting =
        new Waiting(new Delivery(List.of(Parcel.of(reading(1), false)), Promise.promise()), 0);
    await(new EventTable(node.open().events(), lease).insert(List.of(waiting), 1));
    node.run("insert into shard_checkpoint values (" + SHARD + ", 0, '{}')");
    // Nodes may not write to event_day: a day in use for no time at all is due at once.
    Kept none = new Kept(0, 0);
    assertEquals(List.of(), await(none.dropOld(node.open().queries())));
    assertEquals(1, node.count("event"));
    node.run("update shard_checkpoint set judged_seq = 1");
    assertEquals(
        List.of(LocalDate.of(2026, 8, 6)), await(none.dropOld(node.open().queries())));
  }
}

package bongsu.verticles.shard;

import static bongsu.verticles.store.NodeStore.assertLost;
import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.CityEvent;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.Personal;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.rules.judge.Judgement;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWrites;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.store.NodeStore;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a shard's owner writes, on a real store, before and after another one has taken over. */
class LeasedWritesTest {
  private static final int SHARD = 3;
  private static final Instant AT = Instant.parse("2026-08-06T05:50:00Z");

  @RegisterExtension
  final NodeStore node = new NodeStore();

  private Lease take() throws Exception {
    return node.take(SHARD);
  }

  private static List<Waiting> group(CityEvent... events) {
    List<Waiting> group = new ArrayList<>();
    for (CityEvent event : events)
      group.add(new Waiting(new Delivery(List.of(Parcel.of(event, false)), Promise.promise()), 0));
    return group;
  }

  private static SensorReading reading(String eventId) {
    return new SensorReading(
        Origin.of("suwon-air", eventId, AT), "PM-1", Quantity.PM10_UGM3, 31, null);
  }

  private static HelpSignal help(String eventId, String narrative) {
    return new HelpSignal(
        Origin.of("bells", eventId, AT),
        "BELL-7",
        HelpSignal.Kind.HELP_BUTTON,
        null,
        new Personal(null, narrative));
  }

  private CallTable calls(Lease lease) {
    return new CallTable(node.open().calls(), lease, node.open().caseKeys());
  }

  @Test
  void anOwnerThatWasReplacedWritesNoEvent() throws Exception {
    EventTable old = new EventTable(node.open().events(), take());
    assertEquals(Set.of(1L), await(old.insert(group(reading("1")), 1)));
    EventTable now = new EventTable(node.open().events(), take());
    assertLost(old.insert(group(reading("2")), 2));
    assertEquals(1, node.count("event"));
    assertEquals(Set.of(2L), await(now.insert(group(reading("2")), 2)));
  }

  @Test
  void anOwnerThatWasReplacedWritesNoCall() throws Exception {
    CallTable old = calls(take());
    await(old.insert(group(help("1", "살려주세요")), 1));
    take();
    assertLost(old.insert(group(help("2", "살려주세요")), 2));
    assertEquals(1, node.count("call_event"));
  }

  @Test
  void anOwnerThatWasReplacedWritesNoJudgementAndNoCheckpoint() throws Exception {
    JudgementTable old = new JudgementTable(node.open().events(), take());
    var judged = new ShardEntry.Judged(1, new Judgement.Selected(reading("1")));
    var checkpoint = new ShardEntry.Checkpoint(1, 1, "{}");
    take();
    assertLost(old.write(ShardWrites.of(List.of(judged))));
    assertLost(old.write(ShardWrites.of(List.of(checkpoint))));
    assertEquals(0, node.count("judgement"));
    assertEquals(0, node.count("shard_checkpoint"));
  }

  @Test
  void judgingAgainWritesNothingTwice() throws Exception {
    JudgementTable table = new JudgementTable(node.open().events(), take());
    var judgement = new Judgement.Selected(reading("1"));
    await(table.write(ShardWrites.of(List.of(new ShardEntry.Judged(1, judgement)))));
    await(table.write(ShardWrites.of(List.of(new ShardEntry.Judged(2, judgement)))));
    assertEquals(1, node.count("judgement"));
  }

  @Test
  void aRepeatIsADuplicateAlsoWithinOneGroup() throws Exception {
    Lease lease = take();
    EventTable events = new EventTable(node.open().events(), lease);
    assertEquals(Set.of(1L), await(events.insert(group(reading("1"), reading("1")), 1)));
    assertEquals(Set.of(), await(events.insert(group(reading("1")), 3)));
    assertEquals(Set.of(1L), await(calls(lease).insert(group(help("1", "불"), help("1", "불")), 1)));
  }

  @Test
  void aConflictingRepeatIsKeptAndFlaggedAlsoWithinOneGroup() throws Exception {
    CallTable calls = calls(take());
    assertEquals(Set.of(1L, 2L), await(calls.insert(group(help("1", "불"), help("1", "연기")), 1)));
    assertEquals(Set.of(3L), await(calls.insert(group(help("1", "가스")), 3)));
    assertEquals(1, node.count("call_event where not conflict and seq = 1"));
    assertEquals(2, node.count("call_event where conflict"));
  }

  @Test
  void personalFieldsAreKeptEncrypted() throws Exception {
    await(calls(take()).insert(group(help("1", "secret words")), 1));
    assertEquals(
        0, node.count("call_event where body || encode(personal, 'escape') like '%secret words%'"));
    assertEquals(1, node.count("call_event where personal is not null"));
  }
}

package bongsu.rules.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.rules.judge.AssetView;
import bongsu.rules.judge.RuleLoader;
import bongsu.rules.judge.RuleSet;
import bongsu.rules.judge.RuleWatch;
import bongsu.rules.judge.ShardJudge;
import bongsu.rules.judge.Thing;
import bongsu.rules.judge.ZoneShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shard whose rule cannot word its alarms, as the name of a thing cannot be looked up. */
class ShardWorkTest {
  private static final LocalPlane PLANE = new LocalPlane(Position.of(37.26, 127.02));

  private final List<ShardEntry> written = new ArrayList<>();
  private RuleSet rules;

  @BeforeEach
  void load() throws Exception {
    rules = RuleLoader.load(Map.of("river.yaml", """
        rules:
          - id: river
            version: 1
            kind: threshold
            severity: 2
            incidentKind: flood
            on: { event: SensorReading, quantity: waterLevelM }
            atLeast: 3
            message: { ko: "{name}", en: "{name}" }
        """));
  }

  private record NoNames() implements AssetView {
    @Override
    public Optional<Thing> find(String assetId) {
      throw new IllegalStateException("no names");
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

  private ShardWork work(String run) {
    RuleWatch watch = new RuleWatch(() -> 0, () -> 0, run);
    return new ShardWork(new ShardJudge(rules, new NoNames(), PLANE, watch), written::add);
  }

  private static void take(ShardWork work, long seq, double value) {
    var origin = Origin.of("water", "w-" + seq, Instant.EPOCH.plusSeconds(seq));
    work.on(seq, new SensorReading(origin, "WL-1", Quantity.WATER_LEVEL_M, value, null));
  }

  private ShardEntry.Checkpoint lastCheckpoint() {
    return (ShardEntry.Checkpoint) written.get(written.size() - 1);
  }

  @Test
  void aRuleThatIsSwitchedOffIsKeptSoAtOnce() {
    ShardWork work = work("monday");
    for (int seq = 1; seq <= 4; seq++) take(work, seq, 3.5);
    assertEquals(
        List.of("LeftOut", "LeftOut", "LeftOut", "Checkpoint"),
        written.stream().map(each -> each.getClass().getSimpleName()).toList());
    assertEquals(List.of("river"), lastCheckpoint().rulesOff());
    assertEquals(3, lastCheckpoint().judgedSeq());
  }

  @Test
  void theNextOwnerDoesNotRunItAndTheNextRunOfTheCityDoesAndSaysSo() {
    ShardWork first = work("monday");
    for (int seq = 1; seq <= 3; seq++) take(first, seq, 3.5);
    var kept = lastCheckpoint();
    var start =
        new ShardWork.Start(kept.lastSeq(), kept.judgedSeq(), kept.state(), kept.rulesOff());
    ShardWork next = work("monday");
    next.resume(start);
    take(next, 4, 3.5);
    assertEquals(kept, lastCheckpoint(), "nothing was written since");
    ShardWork tuesday = work("tuesday");
    tuesday.resume(start);
    assertTrue(tuesday.checkpoint(), "the store says that it is off");
    assertEquals(List.of(), lastCheckpoint().rulesOff());
    assertFalse(tuesday.checkpoint());
  }
}

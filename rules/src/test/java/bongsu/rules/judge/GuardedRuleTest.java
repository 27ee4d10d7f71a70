package bongsu.rules.judge;

import static bongsu.rules.judge.Given.level;
import static bongsu.rules.judge.Given.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A rule with a fault beside a good one. */
class GuardedRuleTest {
  private static final String GOOD =
      "on: { event: SensorReading, quantity: waterLevelM }\natLeast: 3\n";

  private final AtomicLong clockNs = new AtomicLong();
  private final AtomicLong workedNs = new AtomicLong();
  private final List<String> failed = new ArrayList<>();

  /** The good rule, and one of version 1 that does whatever a test wants. */
  private static RuleSet with(BiConsumer<SensorReading, RuleOutput> fault) {
    return with(fault, 1);
  }

  private static RuleSet with(BiConsumer<SensorReading, RuleOutput> fault, int version) {
    Rule good = Given.rule("good", "threshold", GOOD).listRules().get(0);
    RuleHead h = good.head();
    RuleHead head = new RuleHead("bad", version, 99, h.severity(), h.incidentKind());
    Rule bad = new Rule(head, new Threshold(), good.selections(), city -> new Fault(fault));
    return new RuleSet(List.of(good, bad));
  }

  private record Fault(BiConsumer<SensorReading, RuleOutput> fault) implements RunningRule {
    @Override
    public void judge(CityEvent event, RuleOutput out) {
      fault.accept((SensorReading) event, out);
    }

    @Override
    public int remembered() {
      return 0;
    }

    @Override
    public void write(JsonText json) {}

    @Override
    public void restore(JsonNode state) {}
  }

  private ShardJudge judge(RuleSet rules) {
    return judge(rules, "monday");
  }

  private ShardJudge judge(RuleSet rules, String run) {
    return new ShardJudge(
        rules, new TestCity(), Given.PLANE, new RuleWatch(clockNs::get, workedNs::get, run));
  }

  /** What the good rule says. */
  private String on(ShardJudge judge, double s, double value) {
    String words = Judged.words(judge.on(level(s, value)));
    judge.failed().forEach(why -> failed.add(why.getMessage()));
    return words;
  }

  private static void failAbove9(SensorReading reading, RuleOutput out) {
    if (reading.value() > 9) throw new IllegalStateException("too high for me");
  }

  @Test
  void aRuleThatThrowsKeepsNoOtherFromJudging() {
    ShardJudge judge = judge(with(GuardedRuleTest::failAbove9));
    assertEquals("raised", on(judge, 0, 9.5));
    assertEquals(
        List.of("rule bad failed: java.lang.IllegalStateException: too high for me"), failed);
    assertEquals(List.of(), judge.listOff());
    assertEquals("cleared", on(judge, 1, 1));
  }

  @Test
  void theThirdFailureOfItsLast64EventsSwitchesItOff() {
    ShardJudge judge = judge(with(GuardedRuleTest::failAbove9));
    for (int i = 0; i < 3; i++) on(judge, i, 10);
    assertEquals(List.of("bad"), judge.listOff());
    assertTrue(failed.get(2).endsWith("; it is switched off"), failed.get(2));
    assertEquals("cleared", on(judge, 4, 1));
    assertEquals("raised", on(judge, 5, 10));
    assertEquals(3, failed.size(), "it is not run any more");
  }

  @Test
  void failuresFarApartDoNot() {
    ShardJudge judge = judge(with(GuardedRuleTest::failAbove9));
    for (int i = 0; i < 320; i++) on(judge, i, i % 32 == 0 ? 10 : 1);
    assertEquals(10, failed.size());
    assertEquals(List.of(), judge.listOff());
  }

  @Test
  void aLoopIsStopped() {
    ShardJudge judge = judge(with((reading, out) -> {
      while (true) out.step();
    }));
    assertEquals("raised", on(judge, 0, 4));
    assertEquals(List.of("rule bad takes more than 100000 steps for one event"), failed);
  }

  @Test
  void anEndlessRecursionIsStopped() {
    ShardJudge judge = judge(with(GuardedRuleTest::recurse));
    assertEquals("raised", on(judge, 0, 4));
    assertEquals(List.of("rule bad failed: java.lang.StackOverflowError"), failed);
  }

  private static void recurse(SensorReading reading, RuleOutput out) {
    if (reading.value() > 0) recurse(reading, out);
    out.step();
  }

  @Test
  void aRuleThatFindsTooMuchInOneEventIsStoppedAndWhatItFoundCounts() {
    ShardJudge judge = judge(with((reading, out) -> {
      while (true) out.add(new Judgement.Selected(reading));
    }));
    assertEquals(RuleOutput.MOST_JUDGEMENTS + 1, judge.on(level(0, 4)).size());
    assertEquals(
        "rule bad finds more than 1000 things in one event",
        judge.failed().get(0).getMessage());
  }

  @Test
  void aRuleThatGoesOnTakingTooLongIsSwitchedOff() {
    ShardJudge judge = judge(with((reading, out) -> {
      clockNs.addAndGet(102_000_000);
      workedNs.addAndGet(101_000_000);
    }));
    for (int i = 0; i < 5; i++) on(judge, i, 1);
    assertEquals(3, failed.size());
    assertEquals("rule bad takes 101 ms for one event", failed.get(0));
    assertEquals(List.of("bad"), judge.listOff());
  }

  @Test
  void aMachineThatPausesIsNoFaultOfARule() {
    ShardJudge judge = judge(with((reading, out) -> clockNs.addAndGet(5_000_000_000L)));
    for (int i = 0; i < 200; i++) on(judge, i, 1);
    assertEquals(List.of(), failed);
  }

  @Test
  void aRuleThatHoardsIsSwitchedOffAtOnceAndForgetsAll() {
    RuleSet rules = Given.rule("hold", "threshold", GOOD + "holdS: 60\n");
    ShardJudge judge = judge(rules);
    for (int i = 0; i < GuardedRule.MOST_REMEMBERED; i++)
      judge.on(reading(0, "WL-" + i, Quantity.WATER_LEVEL_M, 4));
    assertEquals(List.of(), judge.listOff());
    judge.on(reading(0, "WL-more", Quantity.WATER_LEVEL_M, 4));
    assertEquals(List.of("hold"), judge.listOff());
    assertEquals(
        "rule hold remembers more than 100000 things; it is switched off",
        judge.failed().get(0).getMessage());
    assertTrue(judge.checkpoint().length() < 200, "forgotten");
  }

  @Test
  void theNextOwnerKeepsItOffAndCountsOn() {
    RuleSet rules = with(GuardedRuleTest::failAbove9);
    ShardJudge one = judge(rules);
    on(one, 0, 10);
    on(one, 1, 10);
    ShardJudge two = judge(rules);
    two.restore(one.checkpoint());
    on(two, 2, 10);
    assertEquals(List.of("bad"), two.listOff());
    ShardJudge three = judge(rules);
    three.restore(two.checkpoint());
    assertEquals(two.checkpoint(), three.checkpoint());
    on(three, 3, 10);
    assertEquals(3, failed.size());
  }

  @Test
  void aNewVersionOrAnotherRunOfTheCityTriesItAgain() {
    ShardJudge off = judge(with(GuardedRuleTest::failAbove9));
    for (int i = 0; i < 3; i++) on(off, i, 10);
    ShardJudge newer = judge(with(GuardedRuleTest::failAbove9, 2));
    newer.restore(off.checkpoint());
    assertEquals(List.of(), newer.listOff());
    ShardJudge tuesday = judge(with(GuardedRuleTest::failAbove9), "tuesday");
    tuesday.restore(off.checkpoint());
    assertEquals(List.of(), tuesday.listOff());
  }
}

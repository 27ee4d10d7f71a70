package bongsu.verticles.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.Lane;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private final Budget budget = new Budget(1_000);

  private void fill(String sender, Lane lane, long bytes) {
    assertTrue(budget.take(sender, lane, bytes));
  }

  @Test
  void whatTelemetryFillsLeavesRoomForEachLaneAbove() {
    fill("air", Lane.P3, 500);
    assertFalse(budget.take("rain", Lane.P3, 1));
    fill("avl", Lane.P2, 150);
    assertFalse(budget.take("avl", Lane.P2, 1));
    fill("vms", Lane.P1, 100);
    assertFalse(budget.take("vms", Lane.P1, 1));
    fill("fire-119", Lane.P0, 250);
  }

  @Test
  void callsHaveALastLimitToo() {
    fill("fire-119", Lane.P0, 500);
    fill("police-112", Lane.P0, 500);
    assertFalse(budget.take("bells", Lane.P0, 1));
  }

  @Test
  void aSenderOfCallsThatRunsWildLeavesHalfToTheOthers() {
    fill("fire-119", Lane.P0, 500);
    assertFalse(budget.take("fire-119", Lane.P0, 1));
    fill("police-112", Lane.P0, 500);
  }

  @Test
  void whatWasRefusedTookNothingAndWhatIsGivenBackIsFree() {
    fill("fire-119", Lane.P0, 400);
    assertFalse(budget.take("fire-119", Lane.P0, 200));
    assertFalse(budget.take("air", Lane.P3, 200));
    assertEquals(400, budget.taken());
    budget.giveBack("fire-119", 400);
    assertEquals(0, budget.taken());
    fill("fire-119", Lane.P0, 500);
  }
}

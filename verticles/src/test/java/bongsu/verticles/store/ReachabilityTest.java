package bongsu.verticles.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private static final long MS = 1_000_000;
  private final Reachability store = new Reachability(0);

  @Test
  void oneQuestionWithoutAnswerIsNoOutage() {
    store.onNoAnswer(750 * MS);
    assertFalse(store.isAway());
  }

  @Test
  void aSecondWithoutAnswerIs() {
    store.onNoAnswer(1_000 * MS);
    assertTrue(store.isAway());
  }

  @Test
  void itIsBackOnlyAfterAnsweringForAWhile() {
    store.onNoAnswer(1_000 * MS);
    store.onAnswer(1_250 * MS, true);
    store.onAnswer(2_250 * MS, true);
    assertTrue(store.isAway());
    store.onAnswer(2_500 * MS, true);
    assertFalse(store.isAway());
  }

  @Test
  void oneMissedAnswerBeginsTheWhileAgain() {
    store.onNoAnswer(1_000 * MS);
    store.onAnswer(1_250 * MS, true);
    store.onNoAnswer(2_400 * MS);
    store.onAnswer(2_600 * MS, true);
    assertTrue(store.isAway());
  }

  @Test
  void withoutOwnersItIsNotBack() {
    store.onNoAnswer(1_000 * MS);
    store.onAnswer(9_000 * MS, false);
    assertTrue(store.isAway());
    store.onAnswer(9_250 * MS, true);
    assertFalse(store.isAway());
  }
}

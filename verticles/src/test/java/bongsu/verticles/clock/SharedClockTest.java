package bongsu.verticles.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedClockTest {
  private static final Instant STORE = Instant.parse("2026-08-06T05:50:00Z");
  private static final long QUICK_NS = 3_000_000;

  private Instant machine = STORE;
  private final SharedClock clock = new SharedClock(() -> machine);

  @Test
  void aClockThatIsALittleOffIsTheMachinesOwn() {
    machine = STORE.plusMillis(1_900);
    clock.onStoreTime(STORE, QUICK_NS);
    assertFalse(clock.isOff());
    assertEquals(machine, clock.instant());
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, 300, -300, -3_600})
  void aClockThatIsFarOffIsCorrectedByTheStores(long aheadS) {
    machine = STORE.plusSeconds(aheadS);
    clock.onStoreTime(STORE, QUICK_NS);
    assertEquals(aheadS, Math.round(clock.aheadMs() / 1_000.0));
    assertEquals(STORE.getEpochSecond(), Math.round(clock.instant().toEpochMilli() / 1_000.0));
    machine = STORE;
    clock.onStoreTime(STORE, QUICK_NS);
    assertEquals(STORE, clock.instant(), "somebody set it right");
  }

  @Test
  void aSlowAnswerIsNoWrongClock() {
    machine = STORE.plusSeconds(9);
    clock.onStoreTime(STORE, 9_500_000_000L);
    assertEquals(0, clock.aheadMs());
  }
}

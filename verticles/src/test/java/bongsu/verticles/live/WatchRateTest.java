package bongsu.verticles.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchRateTest {
  private final WatchRate rate = new WatchRate();

  private int taken(long fromNs, long everyNs, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) if (rate.mayWatch(fromNs + i * everyNs)) taken++;
    return taken;
  }

  @Test
  void aHandThatDragsAMapIsNeverTooFast() {
    assertEquals(1_000, taken(Long.MAX_VALUE - 5, TimeUnit.MILLISECONDS.toNanos(334), 1_000));
  }

  @Test
  void aLoopIsStoppedAfterThirtyAndALittlePatienceHelps() {
    assertEquals(30, taken(-7, 0, 100));
    assertFalse(rate.mayWatch(0));
    assertTrue(rate.mayWatch(TimeUnit.MILLISECONDS.toNanos(340)));
  }
}

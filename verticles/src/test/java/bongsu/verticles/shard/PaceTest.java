package bongsu.verticles.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MS = 1_000_000;
  private final Pace pace = new Pace(5, 500, 0);

  private void add(int items) {
    for (int i = 0; i < items; i++) pace.onAdded();
  }

  @Test
  void aQuietShardNeverWaits() {
    add(49);
    pace.onBegun(99 * MS);
    assertEquals(0, pace.waitNs(100 * MS));
  }

  @Test
  void aBusyOneWaitsFromTheBeginningOfTheLastGroup() {
    add(50);
    pace.onBegun(98 * MS);
    assertEquals(3 * MS, pace.waitNs(100 * MS));
    assertEquals(-1 * MS, pace.waitNs(104 * MS));
  }

  @Test
  void itIsQuietAgainOnceFewerCome() {
    add(50);
    pace.waitNs(100 * MS);
    pace.onBegun(200 * MS);
    assertEquals(0, pace.waitNs(200 * MS));
  }

  @Test
  void noPaceNeverWaits() {
    Pace none = Pace.none();
    none.onAdded();
    none.onBegun(System.nanoTime());
    assertEquals(0, none.waitNs(System.nanoTime()));
  }
}

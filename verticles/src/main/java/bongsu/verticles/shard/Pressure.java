package bongsu.verticles.shard;

import bongsu.core.event.Lane;

/** How much may wait in a shard before each lane is refused: the lowest lane first, P0 never. */
public final class Pressure {
  private static final int P3_WAITING = 8_000;
  private static final int P2_WAITING = 12_000;
  private static final int P1_WAITING = 16_000;

  private Pressure() {}

  /** Whether an event must be refused while so many wait. */
  static boolean sheds(Lane lane, int waiting) {
    return switch (lane) {
      case P0 -> false;
      case P1 -> waiting >= P1_WAITING;
      case P2 -> waiting >= P2_WAITING;
      case P3 -> waiting >= P3_WAITING;
    };
  }
}

package bongsu.verticles.shard;

import bongsu.core.event.Lane;

/** How much may wait in a shard before each lane is refused: the lowest lane first, P0 last. */
public final class Pressure {
  private static final int P3_WAITING = 8_000;
  private static final int P2_WAITING = 12_000;
  private static final int P1_WAITING = 16_000;
  private static final int CALLS_WAITING = 4_000;

  private Pressure() {}

  /**
   * Whether an event must be refused.
   *
   * @param waiting telemetry in the queue
   * @param calls P0 in its queue: that many wait only when commits fail or a sender runs wild
   */
  static boolean sheds(Lane lane, int waiting, int calls) {
    return switch (lane) {
      case P0 -> calls >= CALLS_WAITING;
      case P1 -> waiting >= P1_WAITING;
      case P2 -> waiting >= P2_WAITING;
      case P3 -> waiting >= P3_WAITING;
    };
  }
}

package bongsu.ops.fault;

/**
 * One fault of a schedule.
 *
 * @param pauseMs after the one before, or after the city has recovered from it
 * @param node 1 and up, for {@link Victim#NODE}
 * @param forMs how long it stays frozen; 0 otherwise
 */
record Strike(long pauseMs, Deed deed, Victim victim, int node, long forMs) {
  static Strike kill(long pauseMs, Victim victim) {
    return new Strike(pauseMs, Deed.KILL, victim, 0, 0);
  }

  /** @param node 1 and up */
  static Strike kill(long pauseMs, int node) {
    return new Strike(pauseMs, Deed.KILL, Victim.NODE, node, 0);
  }

  static Strike freeze(long pauseMs, Victim victim, long forMs) {
    return new Strike(pauseMs, Deed.FREEZE, victim, 0, forMs);
  }

  Strike after(long otherPauseMs) {
    return new Strike(otherPauseMs, deed, victim, node, forMs);
  }

  @Override
  public String toString() {
    String whom = victim == Victim.NODE ? "node-" + node : victim.toString();
    return "after " + pauseMs + " ms " + deed + " " + whom
        + (forMs > 0 ? " for " + forMs + " ms" : "");
  }
}

package bongsu.ops.fault;

/**
 * One fault of a schedule.
 *
 * @param pauseMs after the city has recovered from the one before
 * @param node 1 and up, for {@link Victim#NODE}
 * @param forMs how long it stays frozen; 0 otherwise
 */
record Strike(long pauseMs, Deed deed, Victim victim, int node, long forMs) {
  static Strike kill(long pauseMs, Victim victim) {
    return new Strike(pauseMs, Deed.KILL, victim, 0, 0);
  }

  @Override
  public String toString() {
    String whom = victim == Victim.NODE ? "node-" + node : victim.toString();
    return "after " + pauseMs + " ms " + deed + " " + whom
        + (forMs > 0 ? " for " + forMs + " ms" : "");
  }
}

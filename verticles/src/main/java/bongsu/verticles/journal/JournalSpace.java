package bongsu.verticles.journal;

/**
 * How much of a node's disk its journal may fill.
 *
 * @param maxBytes in all
 * @param callsBytes of them for calls and help signals only
 */
public record JournalSpace(long maxBytes, long callsBytes) {
  public JournalSpace {
    if (callsBytes < 0 || callsBytes > maxBytes)
      throw new IllegalArgumentException("callsBytes must be between 0 and maxBytes");
  }
}

package bongsu.core.incident;

import java.time.Instant;

/**
 * What every change of an incident carries.
 *
 * @param seq number in the city's fusion log, only ever growing
 * @param revision of the incident after this change; its first is 1, each change adds one
 * @param at city time
 * @param inputNo the numbered input of fusion that caused it
 */
public record ChangeHead(long seq, String incidentId, int revision, Instant at, long inputNo) {
  public ChangeHead {
    if (seq < 1) throw new IllegalArgumentException("seq must be at least 1, was " + seq);
    if (revision < 1)
      throw new IllegalArgumentException("revision must be at least 1, was " + revision);
  }
}

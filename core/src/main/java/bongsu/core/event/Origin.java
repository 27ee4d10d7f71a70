package bongsu.core.event;

import java.time.Instant;

/**
 * Who reported an event and when. {@code (source, eventId)} is its identity: delivering it again
 * changes nothing.
 *
 * @param observedAt by the reporter's clock, which may be late or skewed
 * @param exercise 훈련: shown as such, never leaves by dispatch
 */
public record Origin(String source, String eventId, Instant observedAt, boolean exercise) {
  public Origin {
    if (source.isEmpty() || eventId.isEmpty())
      throw new IllegalArgumentException("source and eventId are required");
  }

  /** An origin of a real event. */
  public static Origin of(String source, String eventId, Instant observedAt) {
    return new Origin(source, eventId, observedAt, false);
  }
}

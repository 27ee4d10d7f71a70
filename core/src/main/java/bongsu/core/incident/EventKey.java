package bongsu.core.incident;

import bongsu.core.event.Origin;

/** What names one event of a feed. */
public record EventKey(String source, String eventId) {
  public static EventKey of(Origin origin) {
    return new EventKey(origin.source(), origin.eventId());
  }
}

package bongsu.verticles.shard;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Lane;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.EventWriter;

/**
 * One event on its way to the owner of its shard.
 *
 * @param body the event as it is kept, without personal fields
 * @param receiptsAreIncidents whether its source has merged its calls already
 */
public record Parcel(CityEvent event, String body, boolean receiptsAreIncidents) {
  /** Wraps an event that a feed may send. */
  public static Parcel of(CityEvent event, boolean receiptsAreIncidents) {
    return new Parcel(event, EventWriter.body(event), receiptsAreIncidents);
  }

  /** Whether it travels in lane P0, which has queues and connections of its own. */
  public boolean urgent() {
    return event.lane() == Lane.P0;
  }

  /** The form between nodes and in the journal: a mark, then the whole event. */
  public String toWire() {
    return (receiptsAreIncidents ? "1" : "0") + EventWriter.full(event);
  }

  /** Reads what {@link #toWire} wrote. */
  public static Parcel fromWire(String wire) {
    return of(EventDecoder.decodeOwn(wire.substring(1)), wire.charAt(0) == '1');
  }
}

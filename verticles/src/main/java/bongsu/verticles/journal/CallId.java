package bongsu.verticles.journal;

import bongsu.core.event.Origin;
import bongsu.verticles.shard.Parcel;

/** What tells one call or help signal from all others. */
record CallId(String source, String eventId) {
  static CallId of(Parcel parcel) {
    Origin origin = parcel.event().origin();
    return new CallId(origin.source(), origin.eventId());
  }

  /** As pages know it. */
  @Override
  public String toString() {
    return source + "/" + eventId;
  }
}

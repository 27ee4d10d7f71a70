package bongsu.verticles.feed;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.wire.Rejection;

/** The topics of docs/interface.md; what a topic says must be what the message says. */
final class Topics {
  static final Rejection REJECTION = new Rejection(
      "topic",
      "must be bongsu/v1/events/{source}, or bongsu/v1/{sensors,cameras,signals,units}/{assetId} of the same asset");

  private static final String ROOT = "bongsu/v1/";

  private Topics() {}

  static boolean fits(String topic, CityEvent event) {
    return topic.equals(ROOT + "events/" + event.origin().source())
        || topic.equals(ROOT + folder(event) + "/" + event.subject());
  }

  private static String folder(CityEvent event) {
    if (event instanceof SensorReading) return "sensors";
    if (event instanceof CameraEvent) return "cameras";
    if (event instanceof SignalStatus) return "signals";
    return event instanceof UnitPosition ? "units" : "events";
  }
}

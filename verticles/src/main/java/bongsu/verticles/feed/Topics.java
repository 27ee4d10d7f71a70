package bongsu.verticles.feed;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.wire.Rejection;
import java.util.Optional;

/** The topics of docs/interface.md; what a topic says must be what the message says. */
final class Topics {
  static final Rejection REJECTION = new Rejection(
      "topic",
      "must be bongsu/v1/events/{source}, or bongsu/v1/{sensors,cameras,signals,units}/{assetId} of the same asset");

  private static final String ROOT = "bongsu/v1/";

  private Topics() {}

  static boolean fits(String topic, CityEvent event) {
    return topic.equals(ROOT + "events/" + event.origin().source())
        || findFolder(event)
            .filter(folder -> topic.equals(ROOT + folder + "/" + event.subject()))
            .isPresent();
  }

  private static Optional<String> findFolder(CityEvent event) {
    if (event instanceof SensorReading) return Optional.of("sensors");
    if (event instanceof CameraEvent) return Optional.of("cameras");
    if (event instanceof SignalStatus) return Optional.of("signals");
    return event instanceof UnitPosition ? Optional.of("units") : Optional.empty();
  }
}

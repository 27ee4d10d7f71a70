package bongsu.ops.sim;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.wire.EventWriter;
import io.vertx.core.buffer.Buffer;

/** An event ready to go: written once, sent as often as it takes. */
record Letter(String topic, Buffer json) {
  static Letter of(CityEvent event) {
    return new Letter(topic(event), Buffer.buffer(EventWriter.full(event)));
  }

  private static String topic(CityEvent event) {
    if (event instanceof CameraEvent) return "bongsu/v1/cameras/" + event.subject();
    if (event instanceof SignalStatus) return "bongsu/v1/signals/" + event.subject();
    if (event instanceof UnitPosition) return "bongsu/v1/units/" + event.subject();
    return "bongsu/v1/events/" + event.origin().source();
  }
}

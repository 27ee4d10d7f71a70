package bongsu.rules.judge;

import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.UnitPosition;
import bongsu.core.wire.WireEnum;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The events rules can be about. Calls and help signals are not among them: they open incidents by
 * themselves.
 *
 * <p>Each has one word that tells what the event says: the quantity, the camera's kind, the mode.
 * For the first three the word sorts events to the rules that name it. For a state (a mode, a
 * status) a rule must also see the words it does not name, since those end what it raised.
 */
enum EventType implements WireEnum.Named {
  SENSOR_READING("SensorReading", "sensorIds", "quantity", Quantity.class, true, "value", "unit"),
  CAMERA_EVENT(
      "CameraEvent", "cameraIds", "kinds", CameraEvent.Kind.class, true, "confidencePct", "count"),
  SIGNAL_STATUS("SignalStatus", "junctionIds", "modes", SignalStatus.Mode.class, false),
  DEVICE_STATUS("DeviceStatus", "assetIds", "statuses", DeviceStatus.Status.class, false),
  UNIT_POSITION(
      "UnitPosition", "unitIds", "statuses", UnitPosition.Status.class, false, "speedKph");

  private final String wire;
  final String idsKey;
  final String wordsKey;
  final Class<? extends Enum<?>> words;

  /** Whether the word is constant for a stream of events, so that others need not be seen. */
  final boolean sortsByWord;

  /** What a message about it can say besides name, place and id. */
  final List<String> placeholders;

  EventType(
      String wire,
      String idsKey,
      String wordsKey,
      Class<? extends Enum<?>> words,
      boolean sortsByWord,
      String... placeholders) {
    this.wire = wire;
    this.idsKey = idsKey;
    this.wordsKey = wordsKey;
    this.words = words;
    this.sortsByWord = sortsByWord;
    this.placeholders = List.of(placeholders);
  }

  @Override
  public String wire() {
    return wire;
  }

  static @Nullable EventType of(CityEvent event) {
    if (event instanceof SensorReading) return SENSOR_READING;
    if (event instanceof UnitPosition) return UNIT_POSITION;
    if (event instanceof CameraEvent) return CAMERA_EVENT;
    if (event instanceof SignalStatus) return SIGNAL_STATUS;
    return event instanceof DeviceStatus ? DEVICE_STATUS : null;
  }

  /** What the event says in one word; null when it does not say. */
  static @Nullable Enum<?> wordOf(CityEvent event) {
    if (event instanceof SensorReading e) return e.quantity();
    if (event instanceof UnitPosition e) return e.status();
    if (event instanceof CameraEvent e) return e.kind();
    if (event instanceof SignalStatus e) return e.mode();
    return event instanceof DeviceStatus e ? e.status() : null;
  }

  /** The numbers its events carry, which {@code when} and {@code of} may name. */
  List<String> numbers() {
    return switch (this) {
      case SENSOR_READING -> List.of("value");
      case CAMERA_EVENT -> List.of("confidence", "count");
      case UNIT_POSITION -> List.of("speedMps", "headingDeg", "accuracyM");
      case SIGNAL_STATUS -> List.of("phase");
      case DEVICE_STATUS -> List.of();
    };
  }

  /** Reads one of {@link #numbers()}; NaN when the event does not say. */
  static ToDoubleFunction<CityEvent> number(String name) {
    return switch (name) {
      case "value" -> e -> ((SensorReading) e).value();
      case "confidence" -> e -> ((CameraEvent) e).confidence();
      case "count" -> e -> orNaN(((CameraEvent) e).count());
      case "speedMps" -> e -> orNaN(((UnitPosition) e).speedMps());
      case "headingDeg" -> e -> orNaN(((UnitPosition) e).headingDeg());
      case "accuracyM" -> e -> ((UnitPosition) e).position().accuracyM();
      case "phase" -> e -> orNaN(((SignalStatus) e).phase());
      default -> throw new IllegalArgumentException("no number " + name);
    };
  }

  private static double orNaN(@Nullable Number number) {
    return number == null ? Double.NaN : number.doubleValue();
  }
}

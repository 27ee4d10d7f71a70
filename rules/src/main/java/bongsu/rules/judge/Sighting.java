package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.Position;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The last event of a thing that may be near others, and the alarms raised for those it is. */
final class Sighting implements States.State {
  private CityEvent event;
  private Position position;
  private final long keepMs;

  /** Alarm ids by the key of the other. */
  final Map<String, String> alarms = new TreeMap<>();

  Sighting(CityEvent event, Position position, long keepMs) {
    this.event = event;
    this.position = position;
    this.keepMs = keepMs;
  }

  CityEvent event() {
    return event;
  }

  Position position() {
    return position;
  }

  long atMs() {
    return event.observedAt().toEpochMilli();
  }

  String key() {
    return States.key(event);
  }

  boolean isAfter(CityEvent other) {
    return other.observedAt().toEpochMilli() < atMs();
  }

  void move(CityEvent newEvent, Position newPosition) {
    event = newEvent;
    position = newPosition;
  }

  boolean canMeet(Sighting other) {
    return !event.subject().equals(other.event.subject())
        && event.origin().exercise() == other.event.origin().exercise();
  }

  @Override
  public long keepUntilMs() {
    return alarms.isEmpty() ? atMs() + keepMs : Long.MAX_VALUE;
  }

  @Override
  public void write(JsonText json) {
    json.raw("event", JudgementJson.body(event));
    json.open("alarms");
    alarms.forEach(json::put);
    json.close();
  }

  static Sighting read(JsonNode fields, long keepMs, Surroundings city) {
    CityEvent event = JudgementJson.event(fields);
    // Only events with a position become sightings; an asset that lost its own since counts as
    // gone.
    Position position = Objects.requireNonNullElse(city.positionOf(event), Position.of(0, 0));
    Sighting sighting = new Sighting(event, position, keepMs);
    fields
        .path("alarms")
        .fields()
        .forEachRemaining(e -> sighting.alarms.put(e.getKey(), e.getValue().asText()));
    return sighting;
  }
}

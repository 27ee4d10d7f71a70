package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The assets one thing is near, with the alarms raised for them. */
final class NearTrack implements States.State {
  private static final long REST_MS = 600_000;

  private long lastAtMs;
  final Map<String, String> alarms = new TreeMap<>();

  NearTrack(CityEvent event) {
    this(event.observedAt().toEpochMilli());
  }

  private NearTrack(long lastAtMs) {
    this.lastAtMs = lastAtMs;
  }

  /** Whether the event is older than the last one; if not, it is the last one from now on. */
  boolean isLate(CityEvent event) {
    long atMs = event.observedAt().toEpochMilli();
    if (atMs < lastAtMs) return true;
    lastAtMs = atMs;
    return false;
  }

  String take(String assetId) {
    return Objects.requireNonNull(alarms.remove(assetId));
  }

  @Override
  public long keepUntilMs() {
    return alarms.isEmpty() ? lastAtMs + REST_MS : Long.MAX_VALUE;
  }

  @Override
  public void write(JsonText json) {
    json.put("at", lastAtMs);
    json.open("alarms");
    alarms.forEach(json::put);
    json.close();
  }

  static NearTrack read(JsonNode fields) {
    NearTrack track = new NearTrack(fields.path("at").asLong());
    fields
        .path("alarms")
        .fields()
        .forEachRemaining(e -> track.alarms.put(e.getKey(), e.getValue().asText()));
    return track;
  }
}

package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The zones one thing is in, and the alarms raised for them. Zones not listed it is outside of. */
final class FenceTrack implements States.State {
  private static final long FORGET_MS = 86_400_000;

  /** Where a thing is to a zone. */
  enum Side {
    INSIDE,
    OUTSIDE,
    UNSURE
  }

  private long lastAtMs = Long.MIN_VALUE;
  private final Map<String, Side> sides = new TreeMap<>();
  private final Map<String, String> alarms = new TreeMap<>();

  /** Whether the event is older than the last one; if not, it is the last one from now on. */
  boolean isLate(CityEvent event) {
    long atMs = event.observedAt().toEpochMilli();
    if (atMs < lastAtMs) return true;
    lastAtMs = atMs;
    return false;
  }

  Side sideOf(String zoneId) {
    return sides.getOrDefault(zoneId, Side.OUTSIDE);
  }

  boolean isOutsideAll() {
    return sides.isEmpty();
  }

  List<String> listNotOutside() {
    return List.copyOf(sides.keySet());
  }

  void move(String zoneId, Side side) {
    if (side == Side.OUTSIDE) sides.remove(zoneId);
    else sides.put(zoneId, side);
  }

  void putAlarm(String zoneId, String alarmId) {
    alarms.put(zoneId, alarmId);
  }

  /** The alarm of the zone, which is then none any more; null when it is not over or there is none. */
  @Nullable
  String takeAlarm(String zoneId, boolean isOver) {
    return isOver ? alarms.remove(zoneId) : null;
  }

  /** The zone does not exist any more. */
  void forget(String zoneId) {
    sides.remove(zoneId);
    alarms.remove(zoneId);
  }

  @Override
  public long keepUntilMs() {
    return alarms.isEmpty() ? lastAtMs + FORGET_MS : Long.MAX_VALUE;
  }

  @Override
  public void write(JsonText json) {
    json.put("at", lastAtMs);
    sides.forEach((id, side) -> json.put((side == Side.INSIDE ? "in/" : "unsure/") + id, true));
    alarms.forEach((id, alarm) -> json.put("alarm/" + id, alarm));
  }

  static FenceTrack read(JsonNode fields) {
    FenceTrack track = new FenceTrack();
    fields.fields().forEachRemaining(field -> {
      String[] name = field.getKey().split("/", 2);
      switch (name[0]) {
        case "at" -> track.lastAtMs = field.getValue().asLong();
        case "in" -> track.sides.put(name[1], Side.INSIDE);
        case "unsure" -> track.sides.put(name[1], Side.UNSURE);
        default -> track.alarms.put(name[1], field.getValue().asText());
      }
    });
    return track;
  }
}

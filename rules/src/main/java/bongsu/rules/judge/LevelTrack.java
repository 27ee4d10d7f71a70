package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import bongsu.rules.judge.Announcer.FirstEvent;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a {@link LevelRule} remembers of one thing. */
final class LevelTrack implements States.State {
  private static final long REST_MS = 600_000;
  private static final long FORGET_MS = 86_400_000;
  private static final long NEVER = Long.MIN_VALUE;

  private final LevelSpec spec;
  private final @Nullable Measure measure;
  private long lastAtMs = NEVER;
  private long beforeAtMs = NEVER;
  private long beyondSinceMs = NEVER;
  private long restingSinceMs = NEVER;

  @Nullable
  FirstEvent first;

  @Nullable
  String alarmId;

  LevelTrack(LevelSpec spec) {
    this.spec = spec;
    this.measure = Measure.of(spec);
  }

  boolean isLate(CityEvent event) {
    return event.observedAt().toEpochMilli() < lastAtMs;
  }

  /** Takes the reading in and gives what is to be judged. */
  double measure(double value, CityEvent event) {
    long atMs = event.observedAt().toEpochMilli();
    beforeAtMs = lastAtMs;
    lastAtMs = atMs;
    return measure == null ? value : measure.next(value, atMs);
  }

  /** How long it has been beyond the level, this reading included. */
  long heldMs(CityEvent event) {
    boolean gap = beforeAtMs != NEVER && lastAtMs - beforeAtMs > spec.maxGapMs();
    if (beyondSinceMs == NEVER || gap) {
      beyondSinceMs = lastAtMs;
      first = FirstEvent.of(event);
    }
    restingSinceMs = NEVER;
    return lastAtMs - beyondSinceMs;
  }

  void raised(String id) {
    alarmId = id;
  }

  String cleared() {
    String id = alarmId == null ? "" : alarmId;
    alarmId = null;
    rest();
    return id;
  }

  /** It is within its level. */
  void rest() {
    beyondSinceMs = NEVER;
    first = null;
    if (restingSinceMs == NEVER) restingSinceMs = lastAtMs;
  }

  /** Whether it has been at rest for so long that it can be forgotten. */
  boolean isForgettable(double limit) {
    return restingSinceMs != NEVER
        && lastAtMs - restingSinceMs > REST_MS
        && (measure == null || measure.isForgettable(spec.comparison(), limit));
  }

  @Override
  public long keepUntilMs() {
    return alarmId == null ? lastAtMs + FORGET_MS : Long.MAX_VALUE;
  }

  @Override
  public void write(JsonText json) {
    json.put("at", lastAtMs);
    if (beyondSinceMs != NEVER) json.put("since", beyondSinceMs);
    if (restingSinceMs != NEVER) json.put("rest", restingSinceMs);
    if (first != null) json.put("source", first.source()).put("eventId", first.eventId());
    json.put("alarm", alarmId);
    if (measure != null) measure.write(json);
  }

  static LevelTrack read(LevelSpec spec, JsonNode fields) {
    LevelTrack track = new LevelTrack(spec);
    track.lastAtMs = fields.path("at").asLong(NEVER);
    track.beyondSinceMs = fields.path("since").asLong(NEVER);
    track.restingSinceMs = fields.path("rest").asLong(NEVER);
    if (fields.has("eventId"))
      track.first =
          new FirstEvent(fields.path("source").asText(), fields.path("eventId").asText());
    if (fields.has("alarm")) track.alarmId = fields.path("alarm").asText();
    if (track.measure != null) track.measure.restore(fields);
    return track;
  }
}

package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.Position;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Lets through only what the city needs of a stream: the first event that fits, then those 20 m or
 * 30 s from the last let through, and the first that no longer fits.
 */
final class Thinning implements RunningRule {
  private static final double STEP_M = 20;
  private static final long STEP_MS = 30_000;

  private final Aim aim;
  private final Surroundings city;
  private final States<Last> states = new States<>();

  Thinning(Aim aim, Surroundings city) {
    this.aim = aim;
    this.city = city;
  }

  /** The last event let through. */
  private static final class Last implements States.State {
    private static final long FORGET_MS = 86_400_000;
    private final long atMs;
    private final @Nullable Position position;

    Last(long atMs, @Nullable Position position) {
      this.atMs = atMs;
      this.position = position;
    }

    @Override
    public long keepUntilMs() {
      return atMs + FORGET_MS;
    }

    @Override
    public void write(JsonText json) {
      json.put("at", atMs).put("position", position);
    }
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    if (wants(event)) out.select(event);
  }

  private boolean wants(CityEvent event) {
    if (!aim.isAt(event)) return false;
    Last last = states.find(event);
    if (!aim.holds(event)) return last != null && ends(event, last);
    if (last != null && !isFarFrom(last, event)) return false;
    states.remove(event);
    states.add(
        event, new Last(event.observedAt().toEpochMilli(), event.findPosition().orElse(null)));
    return true;
  }

  private boolean ends(CityEvent event, Last last) {
    if (event.observedAt().toEpochMilli() < last.atMs) return false;
    states.remove(event);
    return true;
  }

  private boolean isFarFrom(Last last, CityEvent event) {
    long laterMs = event.observedAt().toEpochMilli() - last.atMs;
    if (laterMs < 0) return false;
    if (laterMs >= STEP_MS) return true;
    Position now = event.findPosition().orElse(null);
    return now != null
        && last.position != null
        && city.plane().distanceM(now, last.position) >= STEP_M;
  }

  @Override
  public int remembered() {
    return states.size();
  }

  @Override
  public void write(JsonText json) {
    states.write(json);
  }

  @Override
  public void restore(JsonNode saved) {
    states.restore(saved, (key, fields) -> {
      JsonNode p = fields.path("position");
      Position position = p.isMissingNode()
          ? null
          : new Position(
              p.path("latDeg").asDouble(),
              p.path("lonDeg").asDouble(),
              p.path("accuracyM").asDouble(0));
      return new Last(fields.path("at").asLong(), position);
    });
  }
}

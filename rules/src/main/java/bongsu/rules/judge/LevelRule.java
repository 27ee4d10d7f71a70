package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import bongsu.rules.judge.Announcer.FirstEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Raises when a thing's value is beyond a level for {@code holdS}, clears when it is back within
 * {@code clear}. A value that is exactly the level counts as the comparison says.
 *
 * <p>The hold runs by event time from the first reading beyond the level; a reading within it, or
 * two readings more than {@code maxGapS} (else an hour or {@code holdS}) apart, start it anew. For {@code
 * medianOf} readings not known count as within the level.
 *
 * <p>A reading observed earlier than the last one judged is ignored. A thing at rest is not
 * remembered (for 10 minutes after a clear it is), so a late reading beyond the level of a thing at
 * rest raises: a late warning is better than none, and the next reading clears it.
 */
final class LevelRule implements RunningRule {
  private final Aim aim;
  private final boolean everyWord;
  private final LevelSpec spec;
  private final ToDoubleFunction<CityEvent> number;
  private final ToDoubleFunction<String> raiseAt;
  private final ToDoubleFunction<String> clearAt;
  private final Announcer announcer;
  private final States<LevelTrack> states = new States<>();

  private LevelRule(
      Aim aim,
      boolean everyWord,
      LevelSpec spec,
      ToDoubleFunction<CityEvent> number,
      AssetView assets,
      Announcer announcer) {
    this.aim = aim;
    this.everyWord = everyWord;
    this.spec = spec;
    this.number = number;
    this.raiseAt = spec.raise().in(assets);
    this.clearAt = spec.clear() == null ? id -> Double.NaN : spec.clear().in(assets);
    this.announcer = announcer;
  }

  /** Judges values; readings that fail {@code when} are not looked at. */
  static LevelRule ofReadings(
      RuleHead head, Selection on, LevelSpec spec, Messages messages, Surroundings city) {
    Aim aim = new Aim(on, city.assets());
    Announcer announcer = new Announcer(head, messages, city);
    return new LevelRule(aim, false, spec, EventType.number("value"), city.assets(), announcer);
  }

  /** Judges modes and statuses: 1 while one of those selected, 0 while another. */
  static LevelRule ofStates(
      RuleHead head, Selection on, LevelSpec spec, Messages messages, Surroundings city) {
    Aim aim = new Aim(on, city.assets());
    Announcer announcer = new Announcer(head, messages, city);
    return new LevelRule(
        aim, true, spec, event -> aim.holds(event) ? 1 : 0, city.assets(), announcer);
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    if (!aim.isAt(event) || !(everyWord || aim.holds(event))) return;
    double limit = raiseAt.applyAsDouble(event.subject());
    if (Double.isNaN(limit)) return;
    double value = number.applyAsDouble(event);
    LevelTrack track = states.find(event);
    if (track == null) {
      if (spec.overMs() == 0 && !spec.comparison().holds(value, limit)) return;
      track = states.add(event, new LevelTrack(spec));
    }
    if (track.isLate(event)) return;
    judge(event, track, track.measure(value, event), limit, out);
  }

  private void judge(
      CityEvent event, LevelTrack track, double value, double limit, RuleOutput out) {
    double back = spec.clearAt(limit, clearAt.applyAsDouble(event.subject()));
    if (track.alarmId != null) {
      if (!spec.comparison().holds(value, back)) clear(event, track, value, back, out);
    } else if (!spec.comparison().holds(value, limit)) {
      track.rest();
      if (track.isForgettable(limit)) states.remove(event);
    } else if (track.heldMs(event) >= spec.holdMs()) {
      raise(event, track, value, limit, out);
    }
  }

  private void raise(
      CityEvent event, LevelTrack track, double value, double limit, RuleOutput out) {
    FirstEvent first = track.first == null ? FirstEvent.of(event) : track.first;
    Enum<?> word = EventType.wordOf(event);
    String observation = word == null ? event.type() : WireEnum.wordOf(word);
    Judgement.AlarmRaised raised =
        announcer.raise(event, event, null, first, observation, words(event, value, limit));
    track.raised(raised.alarm().alarmId());
    out.add(raised);
  }

  private void clear(
      CityEvent event, LevelTrack track, double value, double limit, RuleOutput out) {
    String alarmId = track.cleared();
    out.add(announcer.clear(alarmId, event, event, words(event, value, limit)));
  }

  /** The value judged, which with a median is not the one just read. */
  private Map<String, Bilingual> words(CityEvent event, double value, double limit) {
    if (everyWord) return Map.of();
    Bilingual limitWord = Bilingual.same(Numbers.plain(limit));
    Bilingual valueWord = Bilingual.same(
        event instanceof SensorReading reading
            ? Numbers.reading(reading.quantity(), value)
            : Numbers.plain(value));
    return spec.overMs() > 0
        ? Map.of("limit", limitWord, "change", valueWord)
        : Map.of("limit", limitWord, "value", valueWord);
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
  public void restore(JsonNode state) {
    states.restore(state, (key, fields) -> LevelTrack.read(spec, fields));
  }
}

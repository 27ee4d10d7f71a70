package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import bongsu.rules.judge.Announcer.FirstEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A thing near another that reports. Both are known by their last event that fits; two events more
 * than {@code maxAgeS} apart are not compared, and a pair so far apart in time is over. A thing is
 * never near itself, nor a real one near one of an exercise. A position whose {@code accuracyM} is
 * more than the radius, and one observed before the last of its thing, are not judged.
 */
final class NearThingRule implements RunningRule {
  private final Aim onAim;
  private final Aim ofAim;
  private final Near.Reach reach;
  private final long maxAgeMs;
  private final Surroundings city;
  private final Announcer announcer;
  private final States<Sighting> on = new States<>();
  private final States<Sighting> of = new States<>();

  NearThingRule(
      Aim onAim,
      Aim ofAim,
      Near.Reach reach,
      long maxAgeMs,
      Surroundings city,
      Announcer announcer) {
    this.onAim = onAim;
    this.ofAim = ofAim;
    this.reach = reach;
    this.maxAgeMs = maxAgeMs;
    this.city = city;
    this.announcer = announcer;
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    Position position = city.positionOf(event);
    if (position == null || position.accuracyM() > reach.radiusM()) return;
    if (onAim.hears(event) && onAim.isAt(event)) judgeThing(event, position, out);
    if (ofAim.hears(event) && ofAim.isAt(event)) judgeOther(event, position, out);
  }

  private void judgeThing(CityEvent event, Position position, RuleOutput out) {
    Sighting thing = on.find(event);
    if (thing != null && thing.isAfter(event)) return;
    if (onAim.holds(event)) {
      Sighting seen = see(on, thing, event, position);
      of.all().values().forEach(other -> settle(seen, other, event, out));
      clearVanished(seen, event, out);
    } else if (thing != null) {
      for (String key : List.copyOf(thing.alarms.keySet())) clear(thing, key, null, event, out);
      on.remove(event);
    }
  }

  private void judgeOther(CityEvent event, Position position, RuleOutput out) {
    Sighting other = of.find(event);
    if (other != null && other.isAfter(event)) return;
    if (ofAim.holds(event)) {
      Sighting seen = see(of, other, event, position);
      on.all().values().forEach(thing -> settle(thing, seen, event, out));
    } else if (other != null) {
      of.remove(event);
      on.all().values().forEach(thing -> clear(thing, other.key(), other, event, out));
    }
  }

  private Sighting see(
      States<Sighting> states, @Nullable Sighting known, CityEvent event, Position position) {
    Sighting sighting =
        known == null ? states.add(event, new Sighting(event, position, maxAgeMs)) : known;
    sighting.move(event, position);
    return sighting;
  }

  private void settle(Sighting thing, Sighting other, CityEvent cause, RuleOutput out) {
    out.step();
    if (!thing.canMeet(other)) return;
    boolean paired = thing.alarms.containsKey(other.key());
    boolean isFresh = Math.abs(thing.atMs() - other.atMs()) <= maxAgeMs;
    double distanceM = city.plane().distanceM(thing.position(), other.position());
    if (paired && (!isFresh || distanceM > reach.clearM()))
      clear(thing, other.key(), other, cause, out);
    else if (!paired && isFresh && distanceM <= reach.radiusM()) raise(thing, other, cause, out);
  }

  /** What was near and has been forgotten since, because it reports no more. */
  private void clearVanished(Sighting thing, CityEvent cause, RuleOutput out) {
    for (String key : List.copyOf(thing.alarms.keySet()))
      if (of.find(key) == null) clear(thing, key, null, cause, out);
  }

  private void raise(Sighting thing, Sighting other, CityEvent cause, RuleOutput out) {
    String otherId = other.event().subject();
    Judgement.AlarmRaised raised = announcer.raise(
        thing.event(), cause, otherId, FirstEvent.of(cause), "near", words(thing, other, otherId));
    thing.alarms.put(other.key(), raised.alarm().alarmId());
    out.add(raised);
  }

  private void clear(
      Sighting thing, String key, @Nullable Sighting other, CityEvent cause, RuleOutput out) {
    if (!thing.alarms.containsKey(key)) return;
    String alarmId = Objects.requireNonNull(thing.alarms.remove(key));
    out.add(announcer.clear(alarmId, thing.event(), cause, words(thing, other, key)));
  }

  private Map<String, Bilingual> words(Sighting thing, @Nullable Sighting other, String otherId) {
    Bilingual name = city.nameOf(States.subjectOf(otherId));
    if (other == null) return Map.of("other", name);
    double distanceM = city.plane().distanceM(thing.position(), other.position());
    return Map.of("other", name, "distanceM", Bilingual.same(Numbers.whole(distanceM)));
  }

  @Override
  public int remembered() {
    return on.size() + of.size();
  }

  @Override
  public void write(JsonText json) {
    writeIfAny(json, "on", on);
    writeIfAny(json, "of", of);
  }

  private static void writeIfAny(JsonText json, String name, States<Sighting> states) {
    if (states.isEmpty()) return;
    states.write(json.open(name));
    json.close();
  }

  @Override
  public void restore(JsonNode state) {
    on.restore(state.path("on"), (key, fields) -> Sighting.read(fields, maxAgeMs, city));
    of.restore(state.path("of"), (key, fields) -> Sighting.read(fields, maxAgeMs, city));
  }
}

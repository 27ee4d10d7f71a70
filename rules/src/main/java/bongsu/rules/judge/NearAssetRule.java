package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import bongsu.rules.judge.Announcer.FirstEvent;
import bongsu.rules.judge.Selection.AssetFilter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A thing near registered assets. A position whose {@code accuracyM} is more than the radius says
 * nothing and is not judged, nor is one observed earlier than the last one judged of a thing that
 * is or was near. One alarm for each thing and asset.
 */
final class NearAssetRule implements RunningRule {
  private final Aim aim;
  private final Near.Reach reach;
  private final Surroundings city;
  private final Announcer announcer;
  private final STRtree assets = new STRtree();
  private final States<NearTrack> states = new States<>();

  NearAssetRule(
      Aim aim, AssetFilter wanted, Near.Reach reach, Surroundings city, Announcer announcer) {
    this.aim = aim;
    this.reach = reach;
    this.city = city;
    this.announcer = announcer;
    for (Thing thing : city.assets().listThings()) {
      if (wanted.takes(thing)) assets.insert(new Envelope(onPlane(thing.position())), thing);
    }
    assets.build();
  }

  private Coordinate onPlane(Position p) {
    return new Coordinate(city.plane().xM(p.lonDeg()), city.plane().yM(p.latDeg()));
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    if (!aim.isAt(event)) return;
    Position position = city.positionOf(event);
    if (position == null || position.accuracyM() > reach.radiusM()) return;
    NearTrack track = states.find(event);
    if (track != null && track.isLate(event)) return;
    Map<Thing, Double> near = aim.holds(event) ? near(event, position, out) : Map.of();
    if (track != null) clear(event, position, track, near, out);
    for (Map.Entry<Thing, Double> entry : near.entrySet()) {
      if (entry.getValue() > reach.radiusM()) continue;
      if (track == null) track = states.add(event, new NearTrack(event));
      if (track.alarms.containsKey(entry.getKey().id())) continue;
      raise(event, track, entry.getKey(), entry.getValue(), out);
    }
  }

  /** The assets within the clearing distance and how far they are, by id. */
  private Map<Thing, Double> near(CityEvent event, Position position, RuleOutput out) {
    Envelope around = new Envelope(onPlane(position));
    around.expandBy(reach.clearM());
    Map<Thing, Double> near = new TreeMap<>(Comparator.comparing(Thing::id));
    for (Object found : assets.query(around)) {
      out.step();
      Thing thing = (Thing) found;
      double distanceM = city.plane().distanceM(position, thing.position());
      if (distanceM <= reach.clearM() && !thing.id().equals(event.subject()))
        near.put(thing, distanceM);
    }
    return near;
  }

  private void clear(
      CityEvent event,
      Position position,
      NearTrack track,
      Map<Thing, Double> near,
      RuleOutput out) {
    for (String id : List.copyOf(track.alarms.keySet())) {
      if (near.keySet().stream().anyMatch(thing -> thing.id().equals(id))) continue;
      double distanceM = city.assets()
          .find(id)
          .map(thing -> city.plane().distanceM(position, thing.position()))
          .orElse(0.0);
      out.add(announcer.clear(track.take(id), event, event, words(id, distanceM)));
    }
  }

  private void raise(
      CityEvent event, NearTrack track, Thing asset, double distanceM, RuleOutput out) {
    Judgement.AlarmRaised raised = announcer.raise(
        event, event, asset.id(), FirstEvent.of(event), "near", words(asset.id(), distanceM));
    track.alarms.put(asset.id(), raised.alarm().alarmId());
    out.add(raised);
  }

  private Map<String, Bilingual> words(String assetId, double distanceM) {
    return Map.of(
        "other", city.nameOf(assetId),
        "distanceM", Bilingual.same(Numbers.whole(distanceM)));
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
    states.restore(state, (key, fields) -> NearTrack.read(fields));
  }
}

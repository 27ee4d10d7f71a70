package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import bongsu.rules.judge.Announcer.FirstEvent;
import bongsu.rules.judge.Fence.FenceSpec;
import bongsu.rules.judge.FenceTrack.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows for each thing the zones it is in, and raises when that changes.
 *
 * <p>The boundary counts as inside. A thing has come in when a fix is inside by at least twice its
 * {@code accuracyM}, and has left when a fix is outside by more than that and more than {@code
 * hysteresisM}; fixes between change nothing, so nothing flickers at a border. (Accuracy is the
 * radius that holds the truth with 68 %; twice of it holds it with 99 %.) The first fix
 * tells only where a thing is; {@code inside} raises by it, the others need a change. {@code enter}
 * and {@code inside} clear on leaving, {@code exit} clears on coming back, {@code cross} is a
 * moment and never clears. A fix observed earlier than the last one judged is ignored.
 */
final class FenceRule implements RunningRule {
  /** So many times its accuracy a fix may be wrong. */
  private static final double SURE = 2;

  private final Aim aim;
  private final FenceSpec spec;
  private final Surroundings city;
  private final Announcer announcer;
  private final ZoneIndex index;
  private final Map<String, Area> areaById = new HashMap<>();
  private final States<FenceTrack> states = new States<>();

  FenceRule(Aim aim, FenceSpec spec, Surroundings city, Announcer announcer) {
    this.aim = aim;
    this.spec = spec;
    this.city = city;
    this.announcer = announcer;
    List<Area> areas = spec.areasIn(city);
    this.index = new JtsZoneIndex(areas);
    areas.forEach(area -> areaById.put(area.id(), area));
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    if (areaById.isEmpty() || !aim.isAt(event) || !aim.holds(event)) return;
    Position position = city.positionOf(event);
    if (position == null) return;
    FenceTrack track = states.find(event);
    boolean isFirst = track == null;
    if (track == null) track = states.add(event, new FenceTrack());
    if (track.isLate(event)) return;
    judge(event, new Fix(position, isFirst), track, out);
  }

  /** A position on the plane. */
  private final class Fix {
    final double xM;
    final double yM;
    final double unsureM;
    final boolean isFirst;

    Fix(Position position, boolean isFirst) {
      this.xM = city.plane().xM(position.lonDeg());
      this.yM = city.plane().yM(position.latDeg());
      this.unsureM = SURE * position.accuracyM();
      this.isFirst = isFirst;
    }

    /** Where the fix surely is, given where the thing was; unsure leaves that as it was. */
    Side sideOf(Area area, Side before) {
      boolean in = area.covers(xM, yM);
      if (before == (in ? Side.INSIDE : Side.OUTSIDE) && !isFirst) return before;
      double leewayM =
          in || before != Side.INSIDE ? unsureM : Math.max(unsureM, spec.hysteresisM());
      if (leewayM == 0) return in ? Side.INSIDE : Side.OUTSIDE;
      double edgeM = area.edgeDistanceM(xM, yM);
      if (in) return edgeM >= leewayM ? Side.INSIDE : Side.UNSURE;
      return edgeM > leewayM ? Side.OUTSIDE : Side.UNSURE;
    }
  }

  private void judge(CityEvent event, Fix fix, FenceTrack track, RuleOutput out) {
    List<Area> near = index.listNear(fix.xM, fix.yM, fix.unsureM);
    if (near.isEmpty() && track.isOutsideAll()) return;
    Set<String> done = new HashSet<>();
    for (Area area : near) {
      out.step();
      done.add(area.id());
      Side before = track.sideOf(area.id());
      settle(event, track, area, before, fix.sideOf(area, before), fix.isFirst, out);
    }
    for (String id : track.listNotOutside()) {
      Area area = areaById.get(id);
      if (done.contains(id)) continue;
      if (area == null) track.forget(id);
      else
        settle(
            event, track, area, track.sideOf(id), fix.sideOf(area, track.sideOf(id)), false, out);
    }
  }

  private void settle(
      CityEvent event,
      FenceTrack track,
      Area area,
      Side before,
      Side now,
      boolean isFirst,
      RuleOutput out) {
    if (now == Side.UNSURE) {
      if (isFirst) track.move(area.id(), Side.UNSURE);
      return;
    }
    if (now == before && !isFirst) return;
    track.move(area.id(), now);
    String alarmId = track.takeAlarm(area.id(), isOver(now));
    if (alarmId != null) out.add(announcer.clear(alarmId, event, event, words(area)));
    boolean known = !isFirst && before != Side.UNSURE;
    if (isRaised(now, known)) raise(event, track, area, out);
  }

  private boolean isRaised(Side now, boolean known) {
    return switch (spec.transition()) {
      case ENTER -> known && now == Side.INSIDE;
      case EXIT -> known && now == Side.OUTSIDE;
      case INSIDE -> now == Side.INSIDE;
      case CROSS -> known;
    };
  }

  private boolean isOver(Side now) {
    return now == (spec.transition() == Fence.Transition.EXIT ? Side.INSIDE : Side.OUTSIDE);
  }

  private void raise(CityEvent event, FenceTrack track, Area area, RuleOutput out) {
    Judgement.AlarmRaised raised = announcer.raise(
        event,
        event,
        area.id(),
        FirstEvent.of(event),
        WireEnum.wordOf(spec.transition()),
        words(area));
    if (spec.transition() != Fence.Transition.CROSS)
      track.putAlarm(area.id(), raised.alarm().alarmId());
    out.add(raised);
  }

  private static Map<String, Bilingual> words(@Nullable Area area) {
    return area == null ? Map.of() : Map.of("zone", area.name());
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
    states.restore(state, (key, fields) -> FenceTrack.read(fields));
  }
}

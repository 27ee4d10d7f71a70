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
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

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
  private final Areas areas;
  private final States<FenceTrack> states = new States<>();

  FenceRule(Aim aim, FenceSpec spec, Surroundings city, Announcer announcer) {
    this.aim = aim;
    this.spec = spec;
    this.city = city;
    this.announcer = announcer;
    this.areas = spec.areasIn(city);
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    if (areas.size() == 0 || !aim.isAt(event) || !aim.holds(event)) return;
    Position position = city.positionOf(event);
    if (position == null) return;
    FenceTrack track = states.find(event);
    boolean isFirst = track == null;
    if (track == null) track = states.add(event, new FenceTrack(areas));
    if (track.isLate(event)) return;
    double xM = city.plane().xM(position.lonDeg());
    double yM = city.plane().yM(position.latDeg());
    if (!isFirst && track.isAsBefore(xM, yM)) return;
    Fix fix = new Fix(xM, yM, SURE * position.accuracyM(), isFirst);
    for (int area : fix.listOpen(track)) {
      out.step();
      settle(event, fix, track, area, out);
    }
  }

  /** A position on the plane. */
  private final class Fix {
    private final double xM;
    private final double yM;
    private final double unsureM;
    final boolean isFirst;
    private final int[] in;

    Fix(double xM, double yM, double unsureM, boolean isFirst) {
      this.xM = xM;
      this.yM = yM;
      this.unsureM = unsureM;
      this.isFirst = isFirst;
      this.in = areas.find(xM, yM);
    }

    /** The areas to which the thing may be otherwise than before, ascending. */
    int[] listOpen(FenceTrack track) {
      double leewayM = Math.max(unsureM, spec.hysteresisM());
      IntStream near =
          areas.isClear(xM, yM, leewayM) ? IntStream.of(in) : areas.listNear(xM, yM, leewayM);
      return IntStream.concat(track.notOutside(), near).sorted().distinct().toArray();
    }

    /** Where the fix surely is, given where the thing was; unsure leaves that as it was. */
    Side sideOf(int area, Side before) {
      boolean inside = Arrays.binarySearch(in, area) >= 0;
      if (before == (inside ? Side.INSIDE : Side.OUTSIDE) && !isFirst) return before;
      double leewayM =
          inside || before != Side.INSIDE ? unsureM : Math.max(unsureM, spec.hysteresisM());
      if (areas.isClear(xM, yM, leewayM)) return inside ? Side.INSIDE : Side.OUTSIDE;
      double edgeM = areas.get(area).edgeDistanceM(xM, yM);
      if (inside) return edgeM >= leewayM ? Side.INSIDE : Side.UNSURE;
      return edgeM > leewayM ? Side.OUTSIDE : Side.UNSURE;
    }
  }

  private void settle(CityEvent event, Fix fix, FenceTrack track, int area, RuleOutput out) {
    Side before = track.sideOf(area);
    Side now = fix.sideOf(area, before);
    if (now == Side.UNSURE && fix.isFirst) track.move(area, Side.UNSURE);
    if (now == Side.UNSURE || (now == before && !fix.isFirst)) return;
    track.move(area, now);
    String alarmId = track.takeAlarm(area, isOver(now));
    if (alarmId != null) out.add(announcer.clear(alarmId, event, event, words(area)));
    boolean known = !fix.isFirst && before != Side.UNSURE;
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

  private void raise(CityEvent event, FenceTrack track, int area, RuleOutput out) {
    Judgement.AlarmRaised raised = announcer.raise(
        event,
        event,
        areas.get(area).id(),
        FirstEvent.of(event),
        WireEnum.wordOf(spec.transition()),
        words(area));
    if (spec.transition() != Fence.Transition.CROSS)
      track.putAlarm(area, raised.alarm().alarmId());
    out.add(raised);
  }

  private Map<String, Bilingual> words(int area) {
    return Map.of("zone", areas.get(area).name());
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
    states.restore(state, (key, fields) -> FenceTrack.read(fields, areas));
  }
}

package bongsu.ops.sim.model;

import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CloseCode;
import bongsu.core.event.Personal;
import bongsu.core.event.UnitPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call, from the first word until the last unit is free again; each step is a new revision. */
public final class CallCase {
  private static final double AGAIN_S = 60;
  private static final int MOST_TRIES = 20;

  private final World world;
  private final String source;
  private final CallReport first;
  private final CallKind kind;
  private final Chance chance;
  private final CloseCode end;
  private final List<Turnout> turnouts = new ArrayList<>();
  private Spot spot;
  private CallStage stage = CallStage.REPORTED;
  private @Nullable CloseCode closeCode;
  private @Nullable Integer injured;
  private int revision;
  private int tries;

  /** @param first what was said, as revision 1 */
  CallCase(World world, CallReport first, CallKind kind, Spot spot, Chance chance) {
    this.world = world;
    this.source = first.origin().source();
    this.first = first;
    this.kind = kind;
    this.spot = spot;
    this.chance = chance;
    this.end = kind.drawClose(chance);
  }

  public String receiptNo() {
    return first.receiptNo();
  }

  Spot spot() {
    return spot;
  }

  /** Reports it and lets it take its course: units are sent, or it is settled on the telephone. */
  void open() {
    report();
    if (kind.units().isEmpty() || isTalkOnly()) closeIn(chance.around(150, 0.5), end);
    else world.agenda().in(dispatchDelayS(), this::dispatch);
  }

  /** Reports it as one more call about something known already. */
  void openAsDuplicate() {
    report();
    closeIn(chance.around(110, 0.4), CloseCode.DUPLICATE);
  }

  /** Code 4 is advice; half of code 3 can wait and is settled later without a car. */
  private boolean isTalkOnly() {
    Integer code = first.code();
    return code != null && (code == 4 || (code == 3 && chance.happens(0.5)));
  }

  private double dispatchDelayS() {
    Integer code = first.code();
    if (code == null) return chance.around(42, 0.35);
    double[] medians = {18, 40, 110, 420, 600};
    return chance.around(medians[code], 0.4);
  }

  private void dispatch() {
    for (String type : kind.units())
      world.fleet().findNearest(type, spot.position()).ifPresent(this::send);
    if (turnouts.isEmpty() && ++tries < MOST_TRIES) world.agenda().in(AGAIN_S, this::dispatch);
    else if (turnouts.isEmpty()) close(CloseCode.TRANSFERRED);
    else advance(CallStage.DISPATCHED);
  }

  private void send(Car car) {
    turnouts.add(new Turnout(car, now()));
    car.dispatch(this);
  }

  /** The scene has moved: units that have not arrived are led to the new place. */
  public void moveTo(Spot elsewhere) {
    spot = elsewhere;
    report();
    turnouts.forEach(turnout -> turnout.car().followTo(this));
  }

  /** That many people are hurt, as it turned out. */
  public void reportInjured(int people) {
    injured = people;
    report();
  }

  void onEnRoute(Car car) {
    turnoutOf(car).enRoute(now());
    advance(CallStage.EN_ROUTE);
  }

  void onScene(Car car) {
    turnoutOf(car).onScene(now());
    if (stage.compareTo(CallStage.ON_SCENE) < 0)
      world.agenda().in(chance.around(90, 0.4), () -> {
        if (stage != CallStage.CLOSED) advance(CallStage.HANDLING);
      });
    advance(CallStage.ON_SCENE);
    world.agenda().in(60 * chance.around(sceneMin(), 0.35), () -> leave(car));
  }

  /** Where nothing is the matter, nobody stays long. */
  private double sceneMin() {
    return end == CloseCode.COMPLETED ? kind.sceneMin() : 0.4 * kind.sceneMin();
  }

  private void leave(Car car) {
    boolean ambulance = car.unit().service() == UnitPosition.Service.EMS;
    boolean hurt = ambulance && end == CloseCode.COMPLETED && chance.happens(kind.transports());
    if (hurt && car.transport(this)) {
      turnoutOf(car).transport(now());
      if (injured == null) injured = 1;
      report();
    } else {
      car.clear();
      onCleared(car);
    }
  }

  void onHospital(Car car) {
    turnoutOf(car).atHospital(now());
    report();
    world.agenda().in(60 * chance.around(14, 0.3), () -> {
      car.clear();
      onCleared(car);
    });
  }

  private void onCleared(Car car) {
    turnoutOf(car).cleared(now());
    if (turnouts.stream().allMatch(Turnout::isCleared)) close(end);
    else report();
  }

  private Turnout turnoutOf(Car car) {
    return turnouts.stream().filter(t -> t.car() == car).findFirst().orElseThrow();
  }

  private void closeIn(double seconds, CloseCode code) {
    world.agenda().in(seconds, () -> close(code));
  }

  private void close(CloseCode code) {
    closeCode = code;
    advance(CallStage.CLOSED);
  }

  private void advance(CallStage reached) {
    if (reached.compareTo(stage) > 0) stage = reached;
    report();
  }

  private Instant now() {
    return world.agenda().now();
  }

  private void report() {
    revision++;
    Personal said = revision == 1 ? first.personal() : null;
    world
        .feeds()
        .send(new CallReport(
            world.feeds().origin(source, first.receiptNo() + "/" + revision),
            revision,
            first.agency(),
            first.receiptNo(),
            first.callType(),
            first.code(),
            spot.position(),
            spot.address(),
            stage,
            closeCode,
            injured,
            turnouts.stream().map(Turnout::times).toList(),
            said));
  }
}

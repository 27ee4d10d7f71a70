package bongsu.ops.sim.model;

import bongsu.core.asset.Facility;
import bongsu.core.asset.RoadPath;
import bongsu.core.asset.Unit;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitPosition.Service;
import bongsu.core.event.UnitPosition.Status;
import bongsu.core.geo.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One vehicle: waits or patrols, answers a call, drives on roads only, and tells where it is. */
final class Car {
  private static final double NEAR_ROAD_M = 1_500;
  private static final Runnable NOTHING = () -> {};

  private final World world;
  private final Unit unit;
  private final Chance chance;
  private final String source;
  private Status status = Status.AVAILABLE;
  private Position position;
  private @Nullable Drive drive;
  private Runnable onArrival = NOTHING;
  private @Nullable CallCase call;
  private double headingDeg;
  /** Counts what it has set out to do; a task of an earlier plan finds itself outdated. */
  private int plan;

  private int drivenS;

  Car(World world, Unit unit) {
    this.world = world;
    this.unit = unit;
    chance = world.chance("unit-" + unit.id());
    source = unit.service() == Service.POLICE ? Feeds.POLICE_UNITS : Feeds.FIRE_UNITS;
    position = unit.position();
    headingDeg = Math.rint(chance.between(0, 359));
  }

  Unit unit() {
    return unit;
  }

  boolean isFree() {
    return status == Status.AVAILABLE || status == Status.RETURNING;
  }

  Position position() {
    return position;
  }

  /** Begins its shift where its base is. */
  void begin() {
    if (unit.service() == Service.POLICE) park(chance.between(5, 400));
    else become(Status.AVAILABLE);
  }

  /** Sent to a call: finishes what it does, mans and leaves. */
  void dispatch(CallCase to) {
    call = to;
    become(Status.DISPATCHED);
    planned(turnoutS(), () -> {
      setOut(to);
      to.onEnRoute(this);
    });
  }

  private double turnoutS() {
    return switch (unit.service()) {
      case POLICE, CITY -> chance.around(12, 0.4);
      case EMS -> chance.around(50, 0.25);
      case FIRE -> chance.around(65, 0.2);
    };
  }

  private void setOut(CallCase to) {
    boolean reachable = driveTo(to.spot().position(), Status.EN_ROUTE, 1.0, () -> arrive(to));
    if (!reachable) arrive(to);
  }

  private void arrive(CallCase at) {
    become(Status.ON_SCENE);
    at.onScene(this);
  }

  /** Led to another place, if it is still on its way there. */
  void followTo(CallCase elsewhere) {
    if (call == elsewhere && status == Status.EN_ROUTE) setOut(elsewhere);
  }

  /** @return whether there is a hospital to go to */
  boolean transport(CallCase from) {
    Optional<Facility> hospital = world.fleet().findNearestHospital(position);
    return hospital.isPresent()
        && driveTo(hospital.get().position(), Status.TRANSPORT, 0.9, () -> {
          become(Status.AT_HOSPITAL);
          from.onHospital(this);
        });
  }

  /** Done: the police go on patrol, the others go home. */
  void clear() {
    call = null;
    if (unit.service() == Service.POLICE) park(chance.between(20, 120));
    else if (!driveTo(unit.position(), Status.RETURNING, 0.75, () -> become(Status.AVAILABLE)))
      become(Status.AVAILABLE);
  }

  private void park(double seconds) {
    become(Status.AVAILABLE);
    planned(seconds, this::patrol);
  }

  private void patrol() {
    Position to = world.spots().near(unit.position(), 1_300, chance).position();
    Runnable pause = () -> park(chance.between(60, 420));
    if (!driveTo(to, Status.AVAILABLE, 0.62, pause)) pause.run();
  }

  private boolean driveTo(Position to, Status while_, double pace, Runnable then) {
    Optional<RoadPath> path = world.city().roads().findFastest(position, to, NEAR_ROAD_M);
    if (path.isEmpty()) return false;
    drive = new Drive(path.get(), pace, chance);
    onArrival = then;
    position = rounded(drive.position());
    begin(while_);
    return true;
  }

  private void become(Status now) {
    drive = null;
    onArrival = NOTHING;
    begin(now);
  }

  private void begin(Status now) {
    status = now;
    plan++;
    report();
    if (drive == null) planned(parkedS(), this::standStill);
    else planned(1, this::driveOn);
  }

  private double parkedS() {
    return chance.between(10, 30) * world.thinning();
  }

  private void standStill() {
    report();
    planned(parkedS(), this::standStill);
  }

  private void planned(double seconds, Runnable task) {
    int mine = plan;
    world.agenda().in(seconds, () -> {
      if (plan == mine) task.run();
    });
  }

  private void driveOn() {
    Drive driving = java.util.Objects.requireNonNull(drive);
    driving.step();
    position = rounded(driving.position());
    headingDeg = Math.rint(driving.headingDeg() * 10) / 10 % 360;
    if (driving.hasArrived()) {
      Runnable then = onArrival;
      drive = null;
      then.run();
      return;
    }
    if (++drivenS % world.reportEveryS() == 0) report();
    planned(1, this::driveOn);
  }

  private static Position rounded(Position p) {
    return new Position(Spots.rounded(p.latDeg()), Spots.rounded(p.lonDeg()), 5);
  }

  private void report() {
    Drive driving = drive;
    double speedMps = driving == null ? 0 : Math.rint(driving.speedMps() * 10) / 10;
    world
        .feeds()
        .send(new UnitPosition(
            world.feeds().origin(source),
            unit.id(),
            unit.service(),
            position,
            speedMps,
            headingDeg,
            status,
            call == null ? null : call.receiptNo()));
  }
}

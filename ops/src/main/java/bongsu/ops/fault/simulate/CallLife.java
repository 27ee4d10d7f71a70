package bongsu.ops.fault.simulate;

import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.event.Origin;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import bongsu.core.incident.UnitStage;
import bongsu.core.incident.Units;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One receipt from the call to its end, by its revisions; some come late, twice or contradict. */
final class CallLife {
  private static final List<CallStage> STAGES = List.of(
      CallStage.REPORTED,
      CallStage.DISPATCHED,
      CallStage.EN_ROUTE,
      CallStage.ON_SCENE,
      CallStage.CLOSED);

  private final Feeds feeds;
  private final World world;
  private final Chance chance;
  private final Quirks quirks;
  private CallReport now;
  private boolean over;

  /** @param first revision 1 */
  CallLife(Feeds feeds, World world, Chance chance, CallReport first) {
    this.feeds = feeds;
    this.world = world;
    this.chance = chance;
    this.quirks = new Quirks(chance);
    this.now = first;
  }

  void start() {
    quirks.pass(now, feeds::send);
    if (chance.percent(2)) feeds.send(contradicted());
    over = now.stage() == CallStage.CLOSED && !chance.percent(8);
    if (over) return;
    world.scheduler().in(chance.between(20_000, 900_000), () -> {
      if (feeds.isOver()) return;
      now = next();
      start();
    });
  }

  /** The next revision; what was closed by mistake goes back to the scene. */
  private CallReport next() {
    boolean wasClosed = now.stage() == CallStage.CLOSED;
    CallStage stage = wasClosed ? CallStage.ON_SCENE : STAGES.get(STAGES.indexOf(now.stage()) + 1);
    int revision = now.revision() + 1;
    return new CallReport(
        Origin.of(now.origin().source(), now.receiptNo() + "/" + revision, world.now()),
        revision,
        now.agency(),
        now.receiptNo(),
        chance.percent(10) ? CallType.OTHER : now.callType(),
        now.code(),
        chance.percent(15) ? elsewhere() : now.position(),
        null,
        stage,
        stage == CallStage.CLOSED ? CloseCode.COMPLETED : null,
        null,
        units(stage),
        null);
  }

  private @Nullable Position elsewhere() {
    Position from = now.position();
    return from == null
        ? null
        : Calls.position(
            chance.around(TinyCity.PLANE.xM(from.lonDeg()), 200),
            chance.around(TinyCity.PLANE.yM(from.latDeg()), 200));
  }

  /** The desk writes down when its unit got there, if it hears of it. */
  private List<UnitTimes> units(CallStage stage) {
    if (!chance.percent(50)) return now.units();
    UnitStage reached =
        switch (stage) {
          case EN_ROUTE -> UnitStage.EN_ROUTE;
          case ON_SCENE -> UnitStage.ON_SCENE;
          case CLOSED -> UnitStage.CLEARED;
          default -> UnitStage.DISPATCHED;
        };
    return Units.merge(
        now.units(),
        List.of(Units.reached("UNIT-" + chance.between(0, 3), reached, world.now())),
        true);
  }

  /** The same event id with other content. */
  private CallReport contradicted() {
    return new CallReport(
        now.origin(),
        now.revision(),
        now.agency(),
        now.receiptNo(),
        CallType.OTHER,
        null,
        now.position(),
        "elsewhere",
        now.stage(),
        now.closeCode(),
        2,
        List.of(),
        null);
  }

  /** The newest revision. */
  CallReport now() {
    return now;
  }

  /** Nothing more will be told of it. */
  boolean isOver() {
    return over;
  }
}

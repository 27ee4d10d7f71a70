package bongsu.ops.fault.simulate;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.event.Origin;
import bongsu.core.geo.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dispatch desks: calls with their revisions, some out of order, twice, or contradicting. */
final class Calls {
  private static final long MEAN_MS = 1_500_000;
  private static final List<CallType> TYPES =
      List.of(CallType.FIRE, CallType.EMS, CallType.FLOOD, CallType.ASSAULT, CallType.TRAFFIC);
  private static final List<CallStage> STAGES = List.of(
      CallStage.REPORTED,
      CallStage.DISPATCHED,
      CallStage.EN_ROUTE,
      CallStage.ON_SCENE,
      CallStage.CLOSED);

  private final Feeds feeds;
  private final World world;
  private final Chance chance;
  private final List<CallReport> open;
  private long count;

  /** @param open where the calls that are under way are listed */
  Calls(Feeds feeds, World world, List<CallReport> open) {
    this.feeds = feeds;
    this.world = world;
    this.chance = feeds.chance("calls");
    this.open = open;
  }

  void start() {
    world.scheduler().in(chance.between(1_000, 2 * MEAN_MS), () -> {
      if (feeds.isOver()) return;
      begin();
      start();
    });
  }

  private void begin() {
    Agency agency = chance.percent(50) ? Agency.FIRE : Agency.POLICE;
    Position p = TinyCity.PLANE.at(chance.between(-900, 900), chance.between(-900, 900));
    String receiptNo = agency.wire() + "-" + ++count;
    CallReport first =
        report(receiptNo, agency, chance.pick(TYPES), new Position(p.latDeg(), p.lonDeg(), 30), 1);
    open.add(first);
    goOn(first, new Quirks(chance));
  }

  private CallReport report(
      String receiptNo, Agency agency, CallType type, @Nullable Position at, int revision) {
    CallStage stage = STAGES.get(revision - 1);
    Origin origin = Origin.of("desk", receiptNo + "/" + revision, world.now());
    CloseCode close = stage == CallStage.CLOSED ? CloseCode.COMPLETED : null;
    return new CallReport(
        origin, revision, agency, receiptNo, type, null, at, null, stage, close, null, List.of(),
        null);
  }

  private void goOn(CallReport now, Quirks quirks) {
    if (feeds.isOver()) return;
    quirks.pass(now, feeds::send);
    if (chance.percent(2)) feeds.send(contradicted(now));
    if (now.revision() == STAGES.size()) {
      open.removeIf(call -> call.receiptNo().equals(now.receiptNo()));
      return;
    }
    world
        .scheduler()
        .in(
            chance.between(20_000, 900_000),
            () -> goOn(
                report(
                    now.receiptNo(),
                    now.agency(),
                    now.callType(),
                    now.position(),
                    now.revision() + 1),
                quirks));
  }

  /** The same event id with other content. */
  private static CallReport contradicted(CallReport call) {
    return new CallReport(
        call.origin(),
        call.revision(),
        call.agency(),
        call.receiptNo(),
        CallType.OTHER,
        null,
        call.position(),
        "elsewhere",
        call.stage(),
        call.closeCode(),
        2,
        List.of(),
        null);
  }
}

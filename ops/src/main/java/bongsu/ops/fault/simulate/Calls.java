package bongsu.ops.fault.simulate;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.Origin;
import bongsu.core.geo.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The desks of both agencies: many a happening is called in twice, to one or both, and both count
 * their receipts in the same way.
 */
final class Calls {
  private static final long MEAN_MS = 1_800_000;
  private static final double CALLED_TWICE_PERCENT = 40;
  private static final double SPREAD_M = 900;
  private static final double ERROR_M = 120;
  private static final List<CallType> TYPES =
      List.of(CallType.FIRE, CallType.EMS, CallType.FLOOD, CallType.ASSAULT, CallType.TRAFFIC);

  private final Feeds feeds;
  private final World world;
  private final Chance chance;
  private final List<CallLife> open = new ArrayList<>();
  private final Map<Agency, Integer> receipts = new EnumMap<>(Agency.class);

  Calls(Feeds feeds, World world) {
    this.feeds = feeds;
    this.world = world;
    this.chance = feeds.chance("calls");
  }

  void start() {
    world.scheduler().in(chance.between(1_000, 2 * MEAN_MS), () -> {
      if (feeds.isOver()) return;
      happen();
      start();
    });
  }

  private void happen() {
    double xM = chance.around(0, SPREAD_M / 2);
    double yM = chance.around(0, SPREAD_M / 2);
    CallType type = chance.pick(TYPES);
    receive(type, xM, yM);
    if (chance.percent(CALLED_TWICE_PERCENT))
      world.scheduler().in(chance.between(1_000, 600_000), () -> {
        if (!feeds.isOver()) receive(type, chance.around(xM, ERROR_M), chance.around(yM, ERROR_M));
      });
  }

  private void receive(CallType type, double xM, double yM) {
    Agency agency = chance.percent(50) ? Agency.FIRE : Agency.POLICE;
    CallLife call = new CallLife(feeds, world, chance, first(agency, type, position(xM, yM)));
    open.removeIf(CallLife::isOver);
    open.add(call);
    call.start();
  }

  private CallReport first(Agency agency, CallType type, Position at) {
    String receiptNo = "R-" + receipts.merge(agency, 1, Integer::sum);
    String source = "desk-" + agency.wire();
    Origin origin = Origin.of(source, receiptNo + "/1", world.now());
    return new CallReport(
        origin,
        1,
        agency,
        receiptNo,
        type,
        null,
        at,
        null,
        CallStage.REPORTED,
        null,
        null,
        List.of(),
        null);
  }

  static Position position(double xM, double yM) {
    Position at = TinyCity.PLANE.at(xM, yM);
    return new Position(at.latDeg(), at.lonDeg(), 30);
  }

  /** The receipts of an agency's calls that are under way. */
  List<String> listOpen(Agency agency) {
    return open.stream()
        .filter(call -> !call.isOver() && call.now().agency() == agency)
        .map(call -> call.now().receiptNo())
        .toList();
  }
}

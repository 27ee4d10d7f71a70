package bongsu.ops.sim.model;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.core.event.Personal;
import bongsu.core.geo.Position;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The desk of one agency: takes calls and numbers them. */
public final class CallDesk {
  /** How well the caller's place is known: the address itself, a satellite fix, a cell. */
  private static final double[] ACCURACIES_M = {15, 30, 150};

  private static final double[] ACCURACY_WEIGHTS = {0.5, 0.4, 0.1};

  private final World world;
  private final Agency agency;
  private final String source;
  private final CallBook.DeskBook book;
  private final Chance chance;
  private int receipts;

  CallDesk(World world, CallBook.DeskBook book) {
    this.world = world;
    this.book = book;
    agency = book.toAgency();
    source = agency == Agency.FIRE ? Feeds.FIRE_CALLS : Feeds.POLICE_CALLS;
    chance = world.chance("desk-" + agency.wire());
  }

  /** The kind of that type, as the book has it. */
  public CallKind getKind(String type) {
    return book.kinds().stream()
        .filter(kind -> kind.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(agency.wire() + " has no " + type));
  }

  /** A call comes in and takes its course. */
  public CallCase take(CallKind kind, Spot spot) {
    return take(kind, spot, kind.drawCode(chance));
  }

  /** @param code 112 only: 0 to 4 */
  public CallCase take(CallKind kind, Spot spot, @Nullable Integer code) {
    CallCase call = write(kind, spot, code);
    call.open();
    return call;
  }

  /** Another caller tells of something that is known already. */
  public void takeDuplicate(CallKind kind, Spot spot) {
    write(kind, spot, kind.drawCode(chance)).openAsDuplicate();
  }

  private CallCase write(CallKind kind, Spot spot, @Nullable Integer code) {
    Position p = spot.position();
    double accuracyM = ACCURACIES_M[chance.weighted(ACCURACY_WEIGHTS)];
    Spot said = new Spot(new Position(p.latDeg(), p.lonDeg(), accuracyM), spot.address());
    String receiptNo = String.format(
        Locale.ROOT, "%s-%04d-%s", agency.wire(), ++receipts, world.feeds().run());
    CallReport first = new CallReport(
        world.feeds().origin(source, receiptNo + "/1"),
        1,
        agency,
        receiptNo,
        kind.callType(),
        code,
        said.position(),
        said.address(),
        CallStage.REPORTED,
        null,
        null,
        List.of(),
        new Personal(phone(), chance.pick(kind.narratives())));
    return new CallCase(world, first, kind, said, world.chance("call-" + receipts + agency.wire()));
  }

  /** In a block of numbers that nobody has. */
  private String phone() {
    return String.format(Locale.ROOT, "010-0000-%04d", chance.below(10_000));
  }
}

package bongsu.ops.sim.model;

import bongsu.core.event.Agency;
import bongsu.core.event.CallType;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * What goes wrong in a city by itself: each kind of call comes by chance, as often as the book says
 * for the hour, and brings further callers, calls to the other agency and what cameras see of it.
 */
final class Happenings {
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private final World world;
  private final CallBook book;

  Happenings(World world, CallBook book) {
    this.world = world;
    this.book = book;
  }

  void begin() {
    for (CallBook.DeskBook desk : book.desks())
      for (CallKind kind : desk.kinds()) if (kind.perDay() > 0) new Arrivals(desk, kind).next();
  }

  /** Calls of one kind, by thinning: candidates at the highest rate, kept as the hour's rate is to it. */
  private final class Arrivals {
    private final CallBook.DeskBook desk;
    private final CallKind kind;
    private final double[] perHour;
    private final double mostPerHour;
    private final Chance chance;

    Arrivals(CallBook.DeskBook desk, CallKind kind) {
      this.desk = desk;
      this.kind = kind;
      perHour = book.perHour(kind);
      mostPerHour = Arrays.stream(perHour).max().orElseThrow() * Math.max(1, desk.saturday());
      chance = world.chance("arrivals-" + desk.agency() + kind.type());
    }

    void next() {
      world.agenda().in(chance.waitS(3_600 / mostPerHour), () -> {
        if (chance.happens(rateNow() / mostPerHour)) happen(desk.toAgency(), kind, chance);
        next();
      });
    }

    private double rateNow() {
      ZonedDateTime now = world.agenda().now().atZone(ZONE);
      double other = (7 - desk.saturday()) / 6;
      double day = now.getDayOfWeek() == DayOfWeek.SATURDAY ? desk.saturday() : other;
      return perHour[now.getHour()] * day;
    }
  }

  private void happen(Agency agency, CallKind kind, Chance chance) {
    Spot spot = world.spots().anywhere(chance);
    world.desk(agency).take(kind, spot);
    if (chance.happens(kind.moreCallers())) callAgain(agency, kind, spot, chance);
    CallKind.Follow follow = kind.follow();
    if (follow != null && chance.happens(follow.share())) tellOther(follow, spot, chance);
    CallKind.Seen seen = kind.camera();
    if (seen != null && chance.happens(seen.share()))
      world.cameras().see(seen, spot.position(), chance);
    if (kind.callType() == CallType.FIRE) world.sensors().smokeNear(spot.position(), chance);
  }

  private void callAgain(Agency agency, CallKind kind, Spot spot, Chance chance) {
    int callers = 1 + chance.below(kind.mostCallers());
    for (int i = 0; i < callers; i++) {
      Spot seenFrom = world.spots().near(spot.position(), 45, chance);
      world
          .agenda()
          .in(chance.between(15, 420), () -> world.desk(agency).takeDuplicate(kind, seenFrom));
    }
  }

  private void tellOther(CallKind.Follow follow, Spot spot, Chance chance) {
    Spot told = world.spots().near(spot.position(), 35, chance);
    CallDesk other = world.desk(follow.to());
    world
        .agenda()
        .in(chance.between(20, 180), () -> other.take(other.getKind(follow.type()), told));
  }
}

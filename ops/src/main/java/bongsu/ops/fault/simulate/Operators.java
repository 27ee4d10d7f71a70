package bongsu.ops.fault.simulate;

import bongsu.core.event.CloseCode;
import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import bongsu.rules.fuse.Answer;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The control room: opens, acknowledges, notes, closes and reopens, and sends a command again until it is answered. */
final class Operators {
  private static final long MEAN_MS = 200_000;
  private static final long RESEND_MS = 5_000;

  private static final IncidentCommand CLOSE = new IncidentCommand.Close(CloseCode.COMPLETED);
  private static final IncidentCommand ACKNOWLEDGE = new IncidentCommand.Acknowledge();
  private static final IncidentCommand TRUE = new IncidentCommand.Verify(true);

  private final World world;
  private final Chance chance;
  private final Set<String> accepted = new LinkedHashSet<>();
  private boolean over;
  private long count;

  Operators(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  void start() {
    world.scheduler().in(chance.between(1_000, 2 * meanMs()), () -> {
      if (over) return;
      act();
      start();
    });
  }

  /** The more is open the more is done, else the city would drown in long runs. */
  private long meanMs() {
    return MEAN_MS * 20 / (10 + world.store().fusion().countOpen());
  }

  void end() {
    over = true;
  }

  private void act() {
    String id = "c-" + ++count;
    FusionTables tables = world.store().fusion();
    List<FusionTables.Line> lines =
        chance.percent(90) ? tables.listOpen() : tables.listClosedLately();
    if (chance.percent(4)) send(id, openByHand(id));
    else if (!lines.isEmpty()) send(id, command(id, chance.pick(lines)));
  }

  private FusionInput openByHand(String id) {
    Position at = Calls.position(chance.around(0, 500), chance.around(0, 500));
    return new FusionInput.OpenByHand(
        id, "kim", IncidentKind.FIRE, Severity.URGENT, at, null, "연기 " + id, false);
  }

  private FusionInput command(String id, FusionTables.Line line) {
    IncidentCommand what = line.closedAt() == null
        ? chance.pick(List.of(
            CLOSE, CLOSE, CLOSE, CLOSE, ACKNOWLEDGE, TRUE, new IncidentCommand.Note("현장 확인 " + id)))
        : new IncidentCommand.Reopen();
    return new FusionInput.Command(id, "kim", what, line.id(), line.revision());
  }

  private void send(String id, FusionInput command) {
    send(id, command, new boolean[1]);
  }

  private void send(String id, FusionInput command, boolean[] answered) {
    world.network().send(() -> world
        .cluster()
        .command(command, outcome -> world.network().send(() -> onAnswer(id, outcome, answered))));
    world.scheduler().in(RESEND_MS, () -> {
      if (!answered[0]) send(id, command, answered);
    });
  }

  private void onAnswer(String id, Outcome outcome, boolean[] answered) {
    answered[0] = true;
    if (outcome.findAnswer().orElse(null) instanceof Answer.Accepted) accepted.add(id);
  }

  /** Ids of the commands that were said to be done. */
  Set<String> accepted() {
    return accepted;
  }
}

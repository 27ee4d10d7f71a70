package bongsu.ops.fault.simulate;

import bongsu.core.event.CloseCode;
import bongsu.core.incident.IncidentCommand;
import bongsu.rules.fuse.Answer;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The control room: acknowledges, notes and closes, and sends a command again until it is answered. */
final class Operators {
  private static final long MEAN_MS = 240_000;
  private static final long RESEND_MS = 5_000;

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
    world.scheduler().in(chance.between(1_000, 2 * MEAN_MS), () -> {
      if (over) return;
      List<FusionTables.Line> open = world.store().fusion().listOpen();
      if (!open.isEmpty()) command(chance.pick(open));
      start();
    });
  }

  void end() {
    over = true;
  }

  private void command(FusionTables.Line line) {
    IncidentCommand what = chance.percent(75)
        ? new IncidentCommand.Close(CloseCode.COMPLETED)
        : new IncidentCommand.Note("현장 확인 " + count);
    String id = "c-" + ++count;
    send(id, new FusionInput.Command(id, "kim", what, line.id(), line.revision()), new boolean[1]);
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

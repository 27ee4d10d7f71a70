package bongsu.ops.fault.simulate;

import bongsu.core.incident.IncidentChange;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.Outcome;
import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.CityTurn;
import bongsu.rules.owner.CityWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** As fusion's verticle wires it: read by cursor, take a turn, commit it whole. */
final class FusionOwner extends Owner {
  private static final long POLL_MS = 250;
  private static final long TICK_MS = 120_000;

  /** A command, and who is told what came of it. */
  private record Asked(FusionInput command, Consumer<Outcome> answer) {}

  private final CityWork work;
  private final Duration skew;
  private final ArrayDeque<Asked> commands = new ArrayDeque<>();
  private final ArrayDeque<FusionInput> ticks = new ArrayDeque<>();
  private final List<CityItem> read = new ArrayList<>();
  private boolean busy = true;
  private boolean again;
  private boolean pollSet;

  /** @param skew of its machine's clock */
  FusionOwner(World world, long epoch, Duration skew) {
    super(world, -1, epoch);
    this.skew = skew;
    this.work = world.city().newCityWork();
  }

  private Instant cityNow() {
    return world.now().plus(skew);
  }

  @Override
  void start() {
    ask(
        () -> world.store().cityStart(),
        start -> ask(
            () -> world.store().fusion().remembered(closedSince()),
            changes -> rebuild(start, changes)));
  }

  @Override
  void renewJudge() {
    work.goOnWith(world.city().newCityJudge());
  }

  private Instant closedSince() {
    Instant forgotten =
        planted(Planted.FORGETS_BY_CLOCK) ? cityNow() : world.store().fusion().lastTickAt();
    return forgotten.minus(TinyCity.SETTINGS.closedStays());
  }

  private void rebuild(CityWork.Start start, List<IncidentChange> changes) {
    work.rebuild(
        planted(Planted.CLOCK_STEPS_BACK)
            ? new CityWork.Start(
                start.inputNo(),
                Instant.MIN,
                start.cursors(),
                start.state(),
                start.lastSeq(),
                start.ids())
            : start,
        changes,
        Set.of());
    work.remember(start.state());
    world.witness().onRebuilt(work.fusion(), world.cluster().isOwner(this));
    busy = false;
    setTick();
    go();
  }

  /** The tick of all owners is the same, so that one comes however often they change. */
  private void setTick() {
    later(TICK_MS - world.scheduler().nowMs() % TICK_MS, this::tick);
  }

  private void tick() {
    ticks.add(new FusionInput.Tick());
    pollSoon();
    setTick();
  }

  /** The next poll that finds something; those between would find nothing. */
  void pollSoon() {
    if (pollSet || planted(Planted.HINT_ONLY)) return;
    pollSet = true;
    later(POLL_MS - world.scheduler().nowMs() % POLL_MS, () -> {
      pollSet = false;
      go();
    });
  }

  void on(FusionInput command, Consumer<Outcome> answer) {
    commands.add(new Asked(command, answer));
    go();
  }

  void go() {
    again = true;
    if (busy) return;
    busy = true;
    again = false;
    ask(() -> world.store().next(work.cursors()), this::take);
  }

  private void take(List<CityItem> items) {
    CityTurn turn = work.begin();
    for (CityItem item : items) turn.on(item, cityNow());
    read.addAll(items);
    while (!ticks.isEmpty()) turn.on(ticks.poll(), cityNow());
    List<Runnable> answers = new ArrayList<>();
    while (!commands.isEmpty()) {
      Asked asked = commands.poll();
      Outcome outcome = turn.on(asked.command(), cityNow());
      answers.add(() -> asked.answer().accept(outcome));
    }
    if (turn.isEmpty()) done(false);
    else if (planted(Planted.CURSOR_BEFORE_COMMIT))
      tell(() -> world.store().keepCursors(epoch, work.cursors()), () -> commit(turn, answers));
    else commit(turn, answers);
  }

  private void commit(CityTurn turn, List<Runnable> answers) {
    String state = work.judgeState();
    List<CityItem> items = List.copyOf(read);
    tell(() -> world.store().commit(epoch, turn, work.cursors(), state, items), () -> {
      read.clear();
      answers.forEach(Runnable::run);
      done(true);
    });
  }

  private void done(boolean more) {
    busy = false;
    if (again || more) go();
  }
}

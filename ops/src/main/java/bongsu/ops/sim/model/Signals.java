package bongsu.ops.sim.model;

import bongsu.core.asset.Junction;
import bongsu.core.event.SignalStatus;
import bongsu.core.event.SignalStatus.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signal controllers: a heartbeat a minute each, and at once when the mode changes. */
final class Signals {
  private static final double HEARTBEAT_S = 60;
  private static final double FAULTS_PER_DAY = 3;
  /** Junctions whose phases follow the traffic. */
  private static final double ACTUATED = 0.055;

  private static final List<Mode> FAULTS =
      List.of(Mode.FLASH, Mode.FLASH, Mode.FLASH, Mode.DARK, Mode.CONFLICT);

  private final World world;
  private final Map<String, Mode> modes = new HashMap<>();
  private final Chance chance;

  Signals(World world) {
    this.world = world;
    chance = world.chance("signals");
  }

  void begin() {
    if (world.city().junctions().isEmpty()) return;
    for (Junction junction : world.city().junctions()) {
      modes.put(junction.id(), chance.happens(ACTUATED) ? Mode.ACTUATED : Mode.NORMAL);
      world.agenda().every(HEARTBEAT_S, chance.unit() * HEARTBEAT_S, () -> tell(junction));
    }
    failNext();
  }

  private void failNext() {
    world.agenda().in(chance.waitS(86_400 / FAULTS_PER_DAY), () -> {
      fail(chance.pick(world.city().junctions()));
      failNext();
    });
  }

  /** Falls back to a safe mode until the service car has been there. */
  private void fail(Junction junction) {
    Mode healthy = getMode(junction);
    if (healthy != Mode.NORMAL && healthy != Mode.ACTUATED) return;
    change(junction, chance.pick(FAULTS));
    world.agenda().in(60 * chance.around(35, 0.5), () -> change(junction, healthy));
  }

  private void change(Junction junction, Mode mode) {
    modes.put(junction.id(), mode);
    tell(junction);
  }

  private Mode getMode(Junction junction) {
    return modes.getOrDefault(junction.id(), Mode.NORMAL);
  }

  private void tell(Junction junction) {
    Mode mode = getMode(junction);
    boolean cycles = mode == Mode.NORMAL || mode == Mode.ACTUATED;
    long second = world.agenda().now().getEpochSecond() % junction.cycleS();
    int phase = 1 + (int) (second * junction.phases() / junction.cycleS());
    world
        .feeds()
        .send(new SignalStatus(
            world.feeds().origin(Feeds.SIGNALS), junction.id(), mode, cycles ? phase : null));
  }
}

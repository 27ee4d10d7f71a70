package bongsu.ops.sim.model;

import bongsu.core.asset.Camera;
import bongsu.core.asset.CameraPurpose;
import bongsu.core.event.Agency;
import bongsu.core.event.HelpSignal;
import java.util.List;

/** Help buttons on the poles of cameras in streets and parks: pressed rarely, often by mistake. */
final class HelpButtons {
  private static final double PER_DAY = 9;
  private static final double IN_EARNEST = 0.3;

  private final World world;
  private final List<Camera> poles;
  private final Chance chance;

  HelpButtons(World world) {
    this.world = world;
    chance = world.chance("help");
    poles = world.city().cameras().stream()
        .filter(
            c -> c.purpose() == CameraPurpose.CRIME_PREVENTION || c.purpose() == CameraPurpose.PARK)
        .toList();
  }

  void begin() {
    if (!poles.isEmpty()) pressNext();
  }

  private void pressNext() {
    world.agenda().in(chance.waitS(86_400 / PER_DAY), () -> {
      press(chance.pick(poles));
      pressNext();
    });
  }

  private void press(Camera pole) {
    world
        .feeds()
        .send(new HelpSignal(
            world.feeds().origin(Feeds.HELP),
            "BELL-" + pole.id(),
            HelpSignal.Kind.HELP_BUTTON,
            pole.position(),
            null));
    if (!chance.happens(IN_EARNEST)) return;
    CallDesk police = world.desk(Agency.POLICE);
    Spot spot = world.spots().near(pole.position(), 10, chance);
    world
        .agenda()
        .in(chance.between(30, 120), () -> police.take(police.getKind("suspicious"), spot));
  }
}

package bongsu.ops.sim.scenario;

import bongsu.core.asset.Camera;
import bongsu.core.asset.RoadPath;
import bongsu.core.event.Agency;
import bongsu.core.event.CameraEvent;
import bongsu.core.geo.Position;
import bongsu.ops.sim.model.CallCase;
import bongsu.ops.sim.model.CallDesk;
import bongsu.ops.sim.model.CallKind;
import bongsu.ops.sim.model.Chance;
import bongsu.ops.sim.model.Drive;
import bongsu.ops.sim.model.Spot;
import bongsu.ops.sim.model.World;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A robber flees by car: cameras read his plate along the way, patrol cars are led after him. */
final class Pursuit implements Scenario {
  /** No such number is issued. */
  private static final String PLATE = "00가0000";

  private static final String OBJECT = "pursuit-car";
  private static final int STAGES = 4;
  private static final double STAGE_M = 2_800;
  private static final double NEAR_ROAD_M = 1_500;
  private static final int LOOKS_EVERY_S = 4;
  private static final int LEADS_EVERY_S = 45;
  private static final int BETWEEN_SIGHTINGS_S = 16;
  private static final double PACE = 1.15;
  private static final List<String> CARS =
      List.of("patrolCar", "patrolCar", "patrolCar", "patrolCar");
  private static final List<String> WORDS = List.of("편의점에 강도가 들어 칼로 위협하고 흰색 승용차로 달아났어요");

  @Override
  public void begin(World world) {
    Chance chance = world.chance("pursuit");
    Spot shop = world.spots().anywhere(chance);
    world.agenda().at(Scenario.opening(world), () -> rob(world, shop, chance));
  }

  private static void rob(World world, Spot shop, Chance chance) {
    CallDesk police = world.desk(Agency.POLICE);
    CallKind kind = police.getKind("robbery").sending(CARS, 25, false).saying(WORDS);
    CallCase call = police.take(kind, shop, 0);
    world.agenda().in(70, () -> police.takeDuplicate(kind, shop));
    new Flight(world, call, shop.position(), chance).goOn();
  }

  /** The way of the fleeing car, drawn stage by stage as it goes. */
  private static final class Flight {
    private final World world;
    private final CallCase call;
    private final Chance chance;
    private final Set<String> told = new HashSet<>();
    private Position position;
    private int stages;
    private int seconds;
    private int sightedAtS = -BETWEEN_SIGHTINGS_S;

    Flight(World world, CallCase call, Position from, Chance chance) {
      this.world = world;
      this.call = call;
      this.position = from;
      this.chance = chance;
    }

    void goOn() {
      Optional<RoadPath> path = stages++ < STAGES ? findWayAway() : Optional.empty();
      if (path.isEmpty()) giveUp();
      else drive(new Drive(path.get(), PACE, chance));
    }

    private Optional<RoadPath> findWayAway() {
      Position to = world.spots().near(position, STAGE_M, chance).position();
      return world.city().roads().findFastest(position, to, NEAR_ROAD_M);
    }

    private void drive(Drive drive) {
      world.agenda().in(1, () -> {
        drive.step();
        position = drive.position();
        seconds++;
        if (seconds % LOOKS_EVERY_S == 0) look(CameraEvent.Kind.PLATE);
        if (seconds % LEADS_EVERY_S == 0) call.moveTo(world.spots().at(position));
        if (drive.hasArrived()) goOn();
        else drive(drive);
      });
    }

    /** A camera tells once; two right after each other add nothing. */
    private void look(CameraEvent.Kind kind) {
      if (seconds - sightedAtS < BETWEEN_SIGHTINGS_S) return;
      for (Camera camera : world.cameras().listSeeing(position)) {
        if (!told.add(camera.id())) continue;
        sightedAtS = seconds;
        world.cameras().tell(camera, kind, chance.between(0.82, 0.98), PLATE, OBJECT);
        return;
      }
    }

    private void giveUp() {
      sightedAtS = -BETWEEN_SIGHTINGS_S;
      told.clear();
      look(CameraEvent.Kind.VEHICLE_STOPPED);
      call.moveTo(world.spots().at(position));
    }
  }
}

package bongsu.ops.sim.scenario;

import bongsu.core.asset.Camera;
import bongsu.core.event.Agency;
import bongsu.core.event.CameraEvent;
import bongsu.ops.sim.model.CallCase;
import bongsu.ops.sim.model.CallDesk;
import bongsu.ops.sim.model.CallKind;
import bongsu.ops.sim.model.Chance;
import bongsu.ops.sim.model.Spot;
import bongsu.ops.sim.model.World;
import java.time.Instant;
import java.util.List;

/**
 * A flat burns: a camera sees smoke, then fire; neighbours call 119 more and more, some call 112;
 * engines and ambulances come, two people are taken to a hospital.
 */
final class ApartmentFire implements Scenario {
  private static final int PLACES_TRIED = 300;
  private static final String HOUSE = " 한빛아파트 102동";
  private static final List<String> UNITS = List.of(
      "pumper", "pumper", "pumper", "ladder", "rescue", "command", "ambulance", "ambulance");
  /** Seconds after the first call at which others follow. */
  private static final int[] MORE_CALLS_S = {18, 31, 46, 58, 75, 97, 118, 150, 196, 260, 345};

  private static final List<String> FIRST_WORDS = List.of("아파트 7층에서 검은 연기가 나요");
  private static final List<String> NEXT_WORDS = List.of(
      "한빛아파트에 불이 크게 났어요",
      "윗집으로 불이 번지는 것 같아요",
      "복도에 연기가 차서 못 나가고 있어요",
      "베란다에 사람이 있어요",
      "건너편에서 불길이 보여요");

  @Override
  public void begin(World world) {
    Chance chance = world.chance("apartment-fire");
    Spot place = wellSeen(world, chance);
    Spot house = new Spot(place.position(), place.address() + HOUSE);
    List<Camera> cameras = world.cameras().listSeeing(house.position());
    Instant start = Scenario.opening(world);
    if (!cameras.isEmpty()) see(world, cameras, start);
    world.agenda().at(start, () -> world.sensors().smokeNear(house.position(), chance));
    Instant firstCall = start.plusSeconds(38);
    world.agenda().at(firstCall, () -> takeFirst(world, house));
    for (int afterS : MORE_CALLS_S)
      world.agenda().at(firstCall.plusSeconds(afterS), () -> takeNext(world, house, chance));
    CallDesk police = world.desk(Agency.POLICE);
    CallKind kind = police.getKind("fire").sending(List.of("patrolCar", "patrolCar"), 55, false);
    world.agenda().at(firstCall.plusSeconds(64), () -> police.take(kind, house, 1));
    world.agenda().at(firstCall.plusSeconds(140), () -> police.takeDuplicate(kind, house));
  }

  /** Of many places the one that most cameras see. */
  private static Spot wellSeen(World world, Chance chance) {
    Spot best = world.spots().anywhere(chance);
    int most = -1;
    for (int i = 0; i < PLACES_TRIED; i++) {
      Spot spot = world.spots().anywhere(chance);
      int seeing = world.cameras().listSeeing(spot.position()).size();
      if (seeing <= most) continue;
      best = spot;
      most = seeing;
    }
    return best;
  }

  private static void see(World world, List<Camera> cameras, Instant start) {
    Camera nearest = cameras.get(0);
    Camera other = cameras.get(cameras.size() > 1 ? 1 : 0);
    seeAt(world, start, nearest, CameraEvent.Kind.SMOKE, 0.81);
    seeAt(world, start.plusSeconds(22), other, CameraEvent.Kind.SMOKE, 0.88);
    seeAt(world, start.plusSeconds(55), nearest, CameraEvent.Kind.FIRE, 0.93);
    seeAt(world, start.plusSeconds(130), other, CameraEvent.Kind.FIRE, 0.97);
  }

  private static void seeAt(
      World world, Instant at, Camera camera, CameraEvent.Kind kind, double confidence) {
    world.agenda().at(at, () -> world.cameras().tell(camera, kind, confidence, null, null));
  }

  private static void takeFirst(World world, Spot house) {
    CallDesk fire = world.desk(Agency.FIRE);
    CallCase call =
        fire.take(fire.getKind("fire").sending(UNITS, 48, true).saying(FIRST_WORDS), house);
    world.agenda().in(17 * 60, () -> call.reportInjured(2));
  }

  private static void takeNext(World world, Spot house, Chance chance) {
    CallDesk fire = world.desk(Agency.FIRE);
    Spot from = world.spots().near(house.position(), 35, chance);
    fire.takeDuplicate(fire.getKind("fire").saying(NEXT_WORDS), from);
  }
}

package bongsu.ops.sim.scenario;

import bongsu.core.asset.Camera;
import bongsu.core.asset.CameraPurpose;
import bongsu.core.asset.Sensor;
import bongsu.core.event.Agency;
import bongsu.core.event.CameraEvent;
import bongsu.core.geo.Position;
import bongsu.ops.sim.model.CallDesk;
import bongsu.ops.sim.model.Chance;
import bongsu.ops.sim.model.Influence;
import bongsu.ops.sim.model.Spot;
import bongsu.ops.sim.model.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The flood of 2020-08-06: rain and rivers rise, underpasses fill so that each reaches the closing
 * depth when it was closed and falls below it when it was reopened.
 */
final class Flood implements Scenario {
  /** At this depth an underpass is closed. */
  static final double CLOSING_DEPTH_M = 0.15;

  private static final double SENSOR_WITHIN_M = 300;
  private static final Duration FILLS_IN = Duration.ofMinutes(14);
  private static final Duration DRAINS_IN = Duration.ofMinutes(25);

  private final FloodRecord record;
  private final List<Basin> basins = new ArrayList<>();

  /** Where water gathers, and how deep it is when. */
  private record Basin(Position position, Curve depthM) {}

  private Flood(FloodRecord record) {
    this.record = record;
  }

  static Flood load() {
    return new Flood(FloodRecord.load("flood-2020-08-06"));
  }

  @Override
  public void begin(World world) {
    Chance chance = world.chance("flood");
    for (FloodRecord.Underpass underpass : record.underpasses()) fill(world, underpass, chance);
    world.sensors().add(water(world));
    Instant from = record.at(record.callsFrom());
    double spanS = Duration.between(from, record.at(record.callsUntil())).toSeconds();
    CallDesk fire = world.desk(Agency.FIRE);
    for (int i = 0; i < record.calls(); i++) {
      Spot spot = world.spots().anywhere(chance);
      Instant when = from.plusMillis((long) (1_000 * spanS * chance.unit()));
      when(world, when, () -> fire.take(fire.getKind("flood"), spot));
    }
  }

  private void fill(World world, FloodRecord.Underpass underpass, Chance chance) {
    Position position = Position.of(underpass.at().get(0), underpass.at().get(1));
    Instant closed = record.at(underpass.closed());
    basins.add(new Basin(position, depth(underpass)));
    Spot spot = world.spots().at(position);
    List<String> words = List.of(underpass.name() + "에 물이 차올라요");
    CallDesk fire = world.desk(Agency.FIRE);
    CallDesk police = world.desk(Agency.POLICE);
    when(world, closed.minusSeconds(150), () -> see(world, position));
    when(world, closed.plusSeconds(20), () -> fire.take(fire.getKind("flood").saying(words), spot));
    when(
        world,
        closed.plusSeconds(80),
        () -> police.take(police.getKind("flood").saying(words), spot));
    Spot beside = world.spots().near(position, 40, chance);
    when(
        world,
        closed.plusSeconds(130),
        () -> fire.takeDuplicate(fire.getKind("flood").saying(words), beside));
  }

  /** What lies before the world's beginning has been told by others. */
  private static void when(World world, Instant time, Runnable task) {
    if (!time.isBefore(world.settings().start())) world.agenda().at(time, task);
  }

  /** The underpass's own camera tells, or else the nearest that sees it. */
  private static void see(World world, Position position) {
    List<Camera> seeing = world.cameras().listSeeing(position);
    seeing.stream()
        .filter(camera -> camera.purpose() == CameraPurpose.UNDERPASS)
        .findFirst()
        .or(() -> seeing.stream().findFirst())
        .ifPresent(
            camera -> world.cameras().tell(camera, CameraEvent.Kind.FLOODING, 0.88, null, null));
  }

  private Curve depth(FloodRecord.Underpass underpass) {
    Instant closed = record.at(underpass.closed());
    Instant reopened = record.at(underpass.reopened());
    Instant deepest = closed.plus(Duration.between(closed, reopened).dividedBy(2));
    return new Curve(Map.of(
        closed.minus(FILLS_IN),
        0.0,
        closed,
        CLOSING_DEPTH_M + 0.001,
        deepest,
        underpass.deepestM(),
        reopened,
        CLOSING_DEPTH_M - 0.001,
        reopened.plus(DRAINS_IN),
        0.0));
  }

  private Influence water(World world) {
    Curve rain1h = record.curve(record.rain1hMm());
    Curve rain3h = record.curve(record.rain3hMm());
    Curve rivers = record.curve(record.rivers());
    Curve soil = record.curve(record.soilMoisturePct());
    return (sensor, at, usual) -> switch (sensor.quantity()) {
      case RAIN1H_MM -> usual + locally(sensor) * rain1h.at(at);
      case RAIN3H_MM -> usual + locally(sensor) * rain3h.at(at);
      case SOIL_MOISTURE_PCT -> usual + soil.at(at);
      case WATER_LEVEL_M -> usual + riseM(sensor, rivers.at(at));
      case WATER_DEPTH_M -> usual + depthM(world, sensor, at);
      default -> usual;
    };
  }

  /** Rain is not the same everywhere: ± 10 %. */
  private static double locally(Sensor sensor) {
    return 0.9 + 0.2 * Math.floorMod(sensor.id().hashCode(), 101) / 100.0;
  }

  /** Above low water, which is 0.36 of the attention level in the ordinary climate. */
  private static double riseM(Sensor sensor, double share) {
    return sensor
        .findLevels()
        .map(levels -> 0.64 * levels.attention() * Math.min(1, share)
            + (levels.alert() - levels.attention()) * Math.max(0, share - 1))
        .orElse(0.0);
  }

  private double depthM(World world, Sensor sensor, Instant at) {
    for (Basin basin : basins)
      if (world.city().plane().distanceM(basin.position(), sensor.position()) <= SENSOR_WITHIN_M)
        return basin.depthM().at(at);
    return 0;
  }
}

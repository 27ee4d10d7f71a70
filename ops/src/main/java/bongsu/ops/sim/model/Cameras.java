package bongsu.ops.sim.model;

import bongsu.core.asset.Camera;
import bongsu.core.event.CameraEvent;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cameras' analytics tell: mostly wind and cats, sometimes what is really there. */
public final class Cameras {
  /** Analytics that mistake something for something, how often in the whole city. */
  private record Mistake(CameraEvent.Kind kind, double perHour, double low, double high) {}

  private static final List<Mistake> MISTAKES = List.of(
      new Mistake(CameraEvent.Kind.MOTION, 50, 0.15, 0.6),
      new Mistake(CameraEvent.Kind.INTRUSION, 8, 0.2, 0.65),
      new Mistake(CameraEvent.Kind.LOITERING, 5, 0.3, 0.7),
      new Mistake(CameraEvent.Kind.VEHICLE_STOPPED, 3, 0.4, 0.75),
      new Mistake(CameraEvent.Kind.ABANDONMENT, 1, 0.3, 0.7),
      new Mistake(CameraEvent.Kind.FALL, 0.6, 0.25, 0.6),
      new Mistake(CameraEvent.Kind.SMOKE, 0.5, 0.2, 0.55),
      new Mistake(CameraEvent.Kind.FIGHT, 0.3, 0.2, 0.55),
      new Mistake(CameraEvent.Kind.TAMPER, 0.1, 0.4, 0.8));
  /** Of a hundred mistakes so many look convincing. */
  private static final double CONVINCING = 0.02;

  private static final double MOST_AWAY_M = 150;

  private final World world;

  Cameras(World world) {
    this.world = world;
  }

  void begin() {
    if (world.city().cameras().isEmpty()) return;
    for (Mistake mistake : MISTAKES) {
      Chance chance = world.chance("mistake-" + mistake.kind());
      mistakeNext(mistake, chance);
    }
  }

  private void mistakeNext(Mistake mistake, Chance chance) {
    world.agenda().in(chance.waitS(3_600 / mistake.perHour()), () -> {
      double confidence = chance.happens(CONVINCING)
          ? chance.between(0.8, 0.9)
          : chance.between(mistake.low(), mistake.high());
      tell(chance.pick(world.city().cameras()), mistake.kind(), confidence, null, null);
      mistakeNext(mistake, chance);
    });
  }

  /** Cameras whose view holds the position, the nearest first. */
  public List<Camera> listSeeing(Position position) {
    return world.city().cameras().stream()
        .filter(camera -> sees(camera, position))
        .sorted(Comparator.comparingDouble(camera -> distanceM(camera, position)))
        .toList();
  }

  private boolean sees(Camera camera, Position p) {
    double rangeM = Math.min(camera.rangeM(), MOST_AWAY_M);
    double distanceM = distanceM(camera, p);
    if (distanceM > rangeM) return false;
    LocalPlane plane = world.city().plane();
    double x = plane.xM(p.lonDeg()) - plane.xM(camera.position().lonDeg());
    double y = plane.yM(p.latDeg()) - plane.yM(camera.position().latDeg());
    double offDeg = StrictMath.toDegrees(StrictMath.atan2(x, y)) - camera.headingDeg();
    double turnedDeg = ((offDeg + 180) % 360 + 360) % 360 - 180;
    return camera.ptz() || Math.abs(turnedDeg) <= camera.fovDeg() / 2;
  }

  private double distanceM(Camera camera, Position p) {
    return world.city().plane().distanceM(camera.position(), p);
  }

  /** The nearest camera that has it in view tells of it within the minute, if there is one. */
  void see(CallKind.Seen seen, Position position, Chance chance) {
    List<Camera> seeing = listSeeing(position);
    if (seeing.isEmpty()) return;
    Camera camera = seeing.get(0);
    world
        .agenda()
        .in(
            chance.between(5, 45),
            () -> tell(
                camera, CallKind.Seen.kindOf(seen.kind()), chance.between(0.7, 0.97), null, null));
    String then = seen.then();
    if (then != null)
      world
          .agenda()
          .in(
              chance.between(50, 120),
              () ->
                  tell(camera, CallKind.Seen.kindOf(then), chance.between(0.75, 0.98), null, null));
  }

  /** A camera reports now, unless it is down. */
  public void tell(
      Camera camera,
      CameraEvent.Kind kind,
      double confidence,
      @Nullable String plate,
      @Nullable String objectId) {
    if (world.devices().isDown(camera.id())) return;
    world
        .feeds()
        .send(new CameraEvent(
            world.feeds().origin(Feeds.CAMERAS),
            camera.id(),
            kind,
            Math.rint(confidence * 100) / 100,
            null,
            null,
            plate,
            objectId));
  }
}

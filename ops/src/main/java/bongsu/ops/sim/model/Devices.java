package bongsu.ops.sim.model;

import bongsu.core.asset.Camera;
import bongsu.core.asset.Sensor;
import bongsu.core.event.DeviceStatus;
import bongsu.core.event.DeviceStatus.Status;
import java.util.HashSet;
import java.util.Set;

/** Devices that fail now and then, are silent for a while and come back. */
final class Devices {
  private static final double CAMERA_FAULTS_PER_DAY = 20;
  private static final double SENSOR_FAULTS_PER_DAY = 6;

  private final World world;
  private final Set<String> down = new HashSet<>();
  private final Chance chance;

  Devices(World world) {
    this.world = world;
    chance = world.chance("devices");
  }

  void begin() {
    if (!world.city().cameras().isEmpty()) failNext(CAMERA_FAULTS_PER_DAY, this::failCamera);
    if (!world.city().sensors().isEmpty()) failNext(SENSOR_FAULTS_PER_DAY, this::failSensor);
  }

  boolean isDown(String assetId) {
    return down.contains(assetId);
  }

  private void failNext(double perDay, Runnable fail) {
    world.agenda().in(chance.waitS(86_400 / perDay), () -> {
      fail.run();
      failNext(perDay, fail);
    });
  }

  private void failCamera() {
    Camera camera = chance.pick(world.city().cameras());
    fail(Feeds.CAMERAS, camera.id(), Status.OFFLINE, "영상 신호 없음");
  }

  private void failSensor() {
    Sensor sensor = chance.pick(world.city().sensors());
    fail(Sensors.sourceOf(sensor), sensor.id(), Status.FAULT, "계측값 없음");
  }

  private void fail(String source, String assetId, Status status, String detail) {
    if (!down.add(assetId)) return;
    tell(source, assetId, status, detail);
    world.agenda().in(60 * chance.around(45, 0.7), () -> {
      down.remove(assetId);
      tell(source, assetId, Status.OK, "복구");
    });
  }

  private void tell(String source, String assetId, Status status, String detail) {
    world.feeds().send(new DeviceStatus(world.feeds().origin(source), assetId, status, detail));
  }
}

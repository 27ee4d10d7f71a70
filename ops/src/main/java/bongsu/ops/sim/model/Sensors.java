package bongsu.ops.sim.model;

import bongsu.core.asset.Sensor;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.geo.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All sensors, each reading at its own period with its own small error. */
public final class Sensors {
  private static final double SMOKE_REACHES_M = 80;
  private static final double SMOKE_LASTS_S = 1_500;

  private final World world;
  private final Climate climate;
  private final List<Influence> influences = new ArrayList<>();

  Sensors(World world) {
    this.world = world;
    climate = new Climate(world.chance("climate"));
  }

  void begin() {
    for (Sensor sensor : world.city().sensors()) {
      Chance chance = world.chance("sensor-" + sensor.id());
      double bias = 1 + biasOf(sensor.quantity()) * chance.normal();
      double periodS = Math.max(sensor.periodS(), world.reportEveryS());
      world.agenda().every(periodS, chance.unit() * periodS, () -> read(sensor, bias, chance));
    }
  }

  /** From now on this changes what sensors measure. */
  public void add(Influence influence) {
    influences.add(influence);
  }

  private void read(Sensor sensor, double bias, Chance chance) {
    double noise = chance.normal();
    if (world.devices().isDown(sensor.id())) return;
    Instant now = world.agenda().now();
    double usual = climate.at(sensor, now) * bias;
    double value = usual + noise * error(sensor.quantity(), usual);
    for (Influence influence : influences) value = influence.on(sensor, now, value);
    world
        .feeds()
        .send(new SensorReading(
            world.feeds().origin(source(sensor.quantity())),
            sensor.id(),
            sensor.quantity(),
            limited(sensor.quantity(), value),
            null));
  }

  /** How far the calibration of one instrument is off, as a share; oxygen sensors are set in open air. */
  private static double biasOf(Quantity quantity) {
    return quantity == Quantity.O2_PCT ? 0.004 : 0.06;
  }

  /** One deviation of the error in the quantity's unit. What is 0 by nature reads 0. */
  private static double error(Quantity quantity, double usual) {
    return switch (quantity) {
      case WATER_LEVEL_M -> 0.004;
      case O2_PCT -> 0.03;
      case RAIN1H_MM, RAIN3H_MM, WATER_DEPTH_M, SNOW_CM -> 0;
      case TILT_RATE_DEG_H -> 0.002;
      default -> 0.02 * Math.abs(usual);
    };
  }

  /** Within the range the instrument can show, to its last digit. */
  private static double limited(Quantity quantity, double value) {
    double min =
        quantity == Quantity.TEMPERATURE_C || quantity == Quantity.TILT_RATE_DEG_H ? -60 : 0;
    boolean share = quantity.name().endsWith("_PCT");
    double within = Math.max(min, share ? Math.min(100, value) : value);
    // Adding 0 makes a negative zero, which the wire does not know, a plain one.
    return Math.rint(within * 1_000) / 1_000 + 0.0;
  }

  private static String source(Quantity quantity) {
    return switch (quantity) {
      case WATER_LEVEL_M, WATER_DEPTH_M -> Feeds.WATER;
      case RAIN1H_MM, RAIN3H_MM, WIND_MPS, GUST_MPS, TEMPERATURE_C, HUMIDITY_PCT, SNOW_CM ->
        Feeds.WEATHER;
      case PM10_UGM3, PM25_UGM3, O3_PPM, NOISE_DB -> Feeds.AIR;
      default -> Feeds.SAFETY;
    };
  }

  /** Whose readings a sensor's faults are told by. */
  static String sourceOf(Sensor sensor) {
    return source(sensor.quantity());
  }

  /** Smoke detectors near a fire rise with it and fall again. */
  public void smokeNear(Position fire, Chance chance) {
    Instant from = world.agenda().now();
    double mostPct = chance.between(18, 60);
    Influence smoke = (sensor, at, usual) -> {
      if (sensor.quantity() != Quantity.SMOKE_PCT) return usual;
      if (world.city().plane().distanceM(sensor.position(), fire) > SMOKE_REACHES_M) return usual;
      double share = Duration.between(from, at).toMillis() / 1_000.0 / SMOKE_LASTS_S;
      return usual + mostPct * Math.max(0, Math.min(1, Math.min(share * 8, (1 - share) * 2)));
    };
    influences.add(smoke);
    world.agenda().in(SMOKE_LASTS_S, () -> influences.remove(smoke));
  }
}

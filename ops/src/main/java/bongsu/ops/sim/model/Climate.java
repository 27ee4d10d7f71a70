package bongsu.ops.sim.model;

import bongsu.core.asset.Sensor;
import bongsu.core.event.Quantity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What there is to measure on an ordinary day: the season, the hour, slow drifts and rare showers. */
final class Climate {
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
  /** Monthly means of the air's temperature in the south of Gyeonggi, °C, approximate. */
  private static final double[] MEAN_C = {-2.5, 0, 6, 12.5, 18, 22.5, 25.8, 26.3, 21.5, 14.8, 7.5, 0
  };

  private static final double[] PERIODS_H = {5.3, 17.1, 61.7};
  private static final double SHOWER_FROM = 0.75;

  private final double[][] shifts = new double[8][PERIODS_H.length];

  Climate(Chance chance) {
    for (double[] drift : shifts)
      for (int i = 0; i < drift.length; i++) drift[i] = chance.between(0, 2 * StrictMath.PI);
  }

  /** The true value at a sensor's place in its quantity's unit, before its own error. */
  double at(Sensor sensor, Instant time) {
    ZonedDateTime local = time.atZone(ZONE);
    double hour = local.getHour() + local.getMinute() / 60.0;
    double day = StrictMath.cos(2 * StrictMath.PI * (hour - 15) / 24);
    double hours = time.toEpochMilli() / 3_600_000.0;
    return switch (sensor.quantity()) {
      case TEMPERATURE_C -> MEAN_C[local.getMonthValue() - 1] + 4.5 * day + 2.5 * drift(0, hours);
      case HUMIDITY_PCT -> limited(66 - 15 * day + 12 * drift(1, hours), 15, 100);
      case WIND_MPS -> windMps(day, hours);
      case GUST_MPS -> 1.6 * windMps(day, hours) + 0.5;
      case PM10_UGM3 -> 36 + 16 * drift(3, hours) + 7 * rush(hour);
      case PM25_UGM3 -> 18 + 9 * drift(3, hours) + 4 * rush(hour);
      case O3_PPM -> 0.022 + 0.022 * Math.max(0, day) + 0.006 * drift(4, hours);
      case NOISE_DB -> 55 + 7 * day + 4 * rush(hour);
      case RAIN1H_MM -> rainMm(hours);
      case RAIN3H_MM -> 2.3 * rainMm(hours);
      case WATER_LEVEL_M ->
        baseLevelM(sensor) * (1 + 0.04 * drift(6, hours)) + 0.02 * rainMm(hours);
      default -> still(sensor.quantity(), day);
    };
  }

  private static double still(Quantity quantity, double day) {
    return switch (quantity) {
      case CO_PPM -> 1.2 + 0.4 * day;
      case H2S_PPM -> 0.3;
      case O2_PCT -> 20.8;
      case CO2_PCT -> 0.06;
      case LEL_PCT -> 0.4;
      case SMOKE_PCT -> 0.3;
      case TILT_DEG -> 0.08;
      case SOIL_MOISTURE_PCT -> 34;
      case VIBRATION_G -> 0.01;
      case BATTERY_PCT -> 88;
      default -> 0;
    };
  }

  /** Low water; a gauge whose levels nobody set runs at half a metre. */
  private static double baseLevelM(Sensor sensor) {
    return sensor.findLevels().map(levels -> 0.36 * levels.attention()).orElse(0.5);
  }

  private double windMps(double day, double hours) {
    return Math.max(0.2, 2.1 + 0.9 * day + 1.3 * drift(2, hours));
  }

  private double rainMm(double hours) {
    return Math.max(0, drift(5, hours) - SHOWER_FROM) * 30;
  }

  /** 1 in the morning and evening rush, 0 far from both. */
  private static double rush(double hour) {
    double morning = (hour - 8.2) / 1.3;
    double evening = (hour - 18.6) / 1.8;
    return StrictMath.exp(-morning * morning) + StrictMath.exp(-evening * evening);
  }

  /** From −1 to 1, in hours rather than minutes. */
  private double drift(int what, double hours) {
    double sum = 0;
    for (int i = 0; i < PERIODS_H.length; i++)
      sum += StrictMath.sin(2 * StrictMath.PI * hours / PERIODS_H[i] + shifts[what][i]);
    return sum / PERIODS_H.length;
  }

  private static double limited(double value, double min, double max) {
    return Math.max(min, Math.min(max, value));
  }
}

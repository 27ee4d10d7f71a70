package bongsu.rules.judge;

import bongsu.core.event.Quantity;

/** The units of quantities as people write them, and how finely. */
final class Units {
  private Units() {}

  static String of(Quantity quantity) {
    return switch (quantity) {
      case WATER_LEVEL_M, WATER_DEPTH_M -> "m";
      case RAIN1H_MM, RAIN3H_MM -> "mm";
      case WIND_MPS, GUST_MPS -> "m/s";
      case TEMPERATURE_C -> "℃";
      case PM10_UGM3, PM25_UGM3 -> "µg/m³";
      case O3_PPM, CO_PPM, H2S_PPM -> "ppm";
      case HUMIDITY_PCT, O2_PCT, CO2_PCT, LEL_PCT, SMOKE_PCT, SOIL_MOISTURE_PCT, BATTERY_PCT -> "%";
      case TILT_DEG -> "°";
      case TILT_RATE_DEG_H -> "°/h";
      case SNOW_CM -> "cm";
      case NOISE_DB -> "dB";
      case VIBRATION_G -> "g";
    };
  }

  /** The pages round alike: ui/words/amounts.js. */
  static int decimals(Quantity quantity) {
    return switch (quantity) {
      case PM10_UGM3, PM25_UGM3, NOISE_DB, BATTERY_PCT -> 0;
      case RAIN1H_MM, RAIN3H_MM, WIND_MPS, GUST_MPS, TEMPERATURE_C, SNOW_CM -> 1;
      case HUMIDITY_PCT, O2_PCT, CO2_PCT, LEL_PCT, SMOKE_PCT, SOIL_MOISTURE_PCT -> 1;
      case CO_PPM, H2S_PPM -> 1;
      case WATER_LEVEL_M, WATER_DEPTH_M, TILT_DEG, TILT_RATE_DEG_H -> 2;
      case O3_PPM, VIBRATION_G -> 3;
    };
  }
}

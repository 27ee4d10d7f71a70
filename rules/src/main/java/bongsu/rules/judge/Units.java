package bongsu.rules.judge;

import bongsu.core.event.Quantity;

/** The units of quantities as people write them. */
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
}

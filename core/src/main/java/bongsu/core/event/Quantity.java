package bongsu.core.event;

/** What a sensor measures; the unit is in the name. */
public enum Quantity {
  WATER_LEVEL_M(true),
  WATER_DEPTH_M(true),
  RAIN1H_MM(true),
  RAIN3H_MM(true),
  WIND_MPS(false),
  GUST_MPS(false),
  TEMPERATURE_C(false),
  HUMIDITY_PCT(false),
  PM10_UGM3(false),
  PM25_UGM3(false),
  O3_PPM(false),
  CO_PPM(true),
  H2S_PPM(true),
  O2_PCT(true),
  CO2_PCT(true),
  LEL_PCT(true),
  SMOKE_PCT(true),
  TILT_DEG(true),
  TILT_RATE_DEG_H(true),
  SOIL_MOISTURE_PCT(true),
  SNOW_CM(false),
  NOISE_DB(false),
  VIBRATION_G(false),
  BATTERY_PCT(false);

  private final boolean disaster;

  Quantity(boolean disaster) {
    this.disaster = disaster;
  }

  /** Whether a reading travels in lane P1 rather than P3. */
  public boolean disaster() {
    return disaster;
  }
}

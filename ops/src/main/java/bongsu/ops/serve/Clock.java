package bongsu.ops.serve;

import bongsu.ops.launch.CityTime;
import bongsu.verticles.clock.CityClock;
import java.time.Instant;
import java.time.InstantSource;

/** The city clock of a run from what the launcher told. */
final class Clock {
  private Clock() {}

  static CityClock of(CityTime time, InstantSource real) {
    if (time.start() == null && time.rate() == 1) return CityClock.of(real);
    Instant anchor = time.anchor().toInstant();
    return new CityClock(
        time.start() == null ? anchor : time.start().toInstant(), anchor, time.rate(), real);
  }
}

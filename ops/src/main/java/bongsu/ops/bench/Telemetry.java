package bongsu.ops.bench;

import bongsu.core.event.Quantity;
import bongsu.core.geo.Position;
import bongsu.ops.bench.Reading.Values;
import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * Readings of very many sensors that alarm nobody, though rules look at some of them. One thread
 * only.
 */
final class Telemetry {
  static final int SENSORS = 20_000;

  private static final Position PLACE = Position.of(37.2636, 127.0286);

  private final List<Reading> readings;
  private long number;

  /** @param run tells this run's event ids from those of others */
  Telemetry(String source, String run) {
    readings = List.of(
        new Reading(source, run, "BENCH-T", Quantity.TEMPERATURE_C, 2, PLACE),
        new Reading(source, run, "BENCH-H", Quantity.HUMIDITY_PCT, 2, PLACE),
        new Reading(source, run, "BENCH-P", Quantity.PM10_UGM3, 2, PLACE),
        new Reading(source, run, "BENCH-N", Quantity.NOISE_DB, 2, PLACE));
  }

  /** Enough for any one of them. */
  int packetBytes() {
    return readings.stream().mapToInt(Reading::packetBytes).max().orElseThrow();
  }

  /** The size of an event on average, bytes. */
  int eventBytes() {
    return (int) readings.stream().mapToInt(Reading::payloadBytes).average().orElseThrow();
  }

  void writeNext(ByteBuf out, int packetId, byte[] time) {
    next().writePublish(out, packetId, time, values());
  }

  String nextJson(byte[] time) {
    return next().json(time, values());
  }

  private Reading next() {
    return readings.get((int) (++number % readings.size()));
  }

  /** Between 10 and 29: nothing a rule minds. */
  private Values values() {
    return new Values(number, (int) (number % SENSORS), 1_000 + (int) (number % 1_900));
  }
}

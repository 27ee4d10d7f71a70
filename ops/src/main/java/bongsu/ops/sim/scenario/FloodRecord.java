package bongsu.ops.sim.scenario;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is recorded of a flood, and what we assume between the records: {@code sim/flood-*.yaml}.
 * Times are {@code HH:MM} of that day.
 *
 * @param rivers share of a gauge's levels: 0 low water, 1 its 관심 level, 2 its 경계 level
 * @param callsFrom between here and {@code callsUntil} people call 119 about water in the streets
 */
record FloodRecord(
    String day,
    String zone,
    Map<String, Double> rain1hMm,
    Map<String, Double> rain3hMm,
    Map<String, Double> rivers,
    Map<String, Double> soilMoisturePct,
    String callsFrom,
    String callsUntil,
    int calls,
    List<Underpass> underpasses) {
  /**
   * An underpass that was closed.
   *
   * @param at latitude, longitude in degrees
   */
  record Underpass(String name, List<Double> at, String closed, String reopened, double deepestM) {}

  static FloodRecord load(String name) {
    try (InputStream yaml = FloodRecord.class.getResourceAsStream("/sim/" + name + ".yaml")) {
      return new YAMLMapper().readValue(Objects.requireNonNull(yaml), FloodRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("sim/" + name + ".yaml", e);
    }
  }

  Instant at(String time) {
    return LocalTime.parse(time).atDate(LocalDate.parse(day)).atZone(zoneId()).toInstant();
  }

  Curve curve(Map<String, Double> byTime) {
    return Curve.of(byTime, LocalDate.parse(day), zoneId());
  }

  private ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}

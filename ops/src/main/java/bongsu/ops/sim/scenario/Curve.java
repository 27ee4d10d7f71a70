package bongsu.ops.sim.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** A quantity over time, straight between the points given and flat outside them. */
final class Curve {
  private final TreeMap<Instant, Double> points;

  Curve(Map<Instant, Double> points) {
    if (points.isEmpty()) throw new IllegalArgumentException("a curve needs a point");
    this.points = new TreeMap<>(points);
  }

  /** @param byTime times of that day as {@code HH:MM} */
  static Curve of(Map<String, Double> byTime, LocalDate day, ZoneId zone) {
    Map<Instant, Double> points = new TreeMap<>();
    byTime.forEach((time, value) ->
        points.put(LocalTime.parse(time).atDate(day).atZone(zone).toInstant(), value));
    return new Curve(points);
  }

  double at(Instant time) {
    Map.Entry<Instant, Double> before = points.floorEntry(time);
    Map.Entry<Instant, Double> after = points.ceilingEntry(time);
    if (before == null) return points.firstEntry().getValue();
    if (after == null) return before.getValue();
    double spanMs = after.getKey().toEpochMilli() - before.getKey().toEpochMilli();
    if (spanMs == 0) return before.getValue();
    double share = (time.toEpochMilli() - before.getKey().toEpochMilli()) / spanMs;
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}

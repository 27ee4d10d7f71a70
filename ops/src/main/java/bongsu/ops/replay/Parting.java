package bongsu.ops.replay;

import bongsu.core.event.CallReport;
import bongsu.core.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what is to be sent into requests: in order, each within the limits of the interface and, at
 * a limited speed, each as of one moment.
 */
final class Parting {
  private static final int MOST_EVENTS = 500;
  private static final int MOST_BYTES = 900_000;

  private final List<CallReport> reports;
  private final double speed;
  private int next;

  /**
   * @param reports in the order in which they happened
   * @param speed 2 for twice as fast as it happened, infinite for as fast as the city takes it
   */
  Parting(List<CallReport> reports, double speed) {
    this.reports = reports;
    this.speed = speed;
  }

  boolean hasNext() {
    return next < reports.size();
  }

  /** How long after the start the next report is due. */
  Duration nextDue() {
    return dueAfterStart(reports.get(next).observedAt());
  }

  /**
   * The reports of one request.
   *
   * @param sinceStart how much time has passed; what is due by then
   */
  List<CallReport> take(Duration sinceStart) {
    List<CallReport> taken = new ArrayList<>();
    int bytes = 0;
    while (hasNext() && taken.size() < MOST_EVENTS) {
      CallReport report = reports.get(next);
      if (dueAfterStart(report.observedAt()).compareTo(sinceStart) > 0) break;
      bytes += EventWriter.full(report).getBytes(StandardCharsets.UTF_8).length + 1;
      if (bytes > MOST_BYTES && !taken.isEmpty()) break;
      taken.add(report);
      next++;
    }
    return taken;
  }

  private Duration dueAfterStart(Instant at) {
    if (Double.isInfinite(speed)) return Duration.ZERO;
    long realMs = Duration.between(reports.get(0).observedAt(), at).toMillis();
    return Duration.ofMillis(Math.round(realMs / speed));
  }
}

package bongsu.ops.bench;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All that an ingest bench measured: its last line, as JSON. Times are in milliseconds, CPU in
 * cores, memory in MiB.
 */
record IngestFigures(
    int connections,
    int eventBytes,
    int cores,
    List<Phase> phases,
    double heldPerS,
    double heldForSeconds,
    @Nullable Http http,
    Map<String, Double> rssBeforeMb,
    Map<String, Double> rssAfterMb) {
  /** Quantiles of a time. @param count how many there were */
  record Times(long count, double p50, double p99, double p999, double max) {
    static Times ofMicros(Histogram us) {
      return new Times(
          us.getTotalCount(), ms(us, 50), ms(us, 99), ms(us, 99.9), us.getMaxValue() / 1e3);
    }

    private static double ms(Histogram us, double percentile) {
      return Math.round(us.getValueAtPercentile(percentile) / 10.0) / 100.0;
    }
  }

  /**
   * One offered rate over MQTT.
   *
   * @param held whether the city kept up with it
   * @param screenMs from intended send of a reading that raises to its incident on a live screen
   * @param alarmsLost raised but never seen within 10 s
   * @param cpuCores used on average, by kind of process
   * @param rssMb resident memory at its end, by kind of process
   */
  record Phase(
      String name,
      double offeredPerS,
      double seconds,
      double acceptedPerS,
      long refused,
      long unacknowledged,
      long outOfOrder,
      long backlog,
      boolean held,
      Times ackMs,
      int alarms,
      int alarmsLost,
      Times screenMs,
      Map<String, Double> cpuCores,
      Map<String, Double> rssMb) {}

  /** Batches over HTTP. */
  record Http(
      int connections,
      int eventsPerRequest,
      double acceptedPerS,
      long refusedRequests,
      Times requestMs,
      Map<String, Double> cpuCores) {}
}

package bongsu.rules.fuse;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How fusion weighs and how long it remembers.
 *
 * @param threshold score from which a report joins, above 0 and up to 1
 * @param distanceWeight of the distance in the score
 * @param timeWeight of the time in the score
 * @param kindWeight of the kinds' affinity in the score
 * @param radiusM beyond this nothing joins, whatever the uncertainties
 * @param window a report this far from the incident's reports in time does not join
 * @param unknownAccuracyM assumed of a position that tells no accuracy
 * @param reopenWindow a call joins a closed incident this long after it was closed
 * @param closedStays closed incidents stay in memory this long; at least a day, so that the daily
 *     numbers of incidents can be told from those in memory
 * @param autoCloseCleared an incident of alarms only closes by itself when all have been cleared for
 *     this long; zero leaves it to the operators
 * @param zone whose date is in the incident's id
 */
public record FusionSettings(
    double threshold,
    double distanceWeight,
    double timeWeight,
    double kindWeight,
    double radiusM,
    Duration window,
    double unknownAccuracyM,
    Duration reopenWindow,
    Duration closedStays,
    Duration autoCloseCleared,
    ZoneId zone) {
  public FusionSettings {
    require(threshold > 0 && threshold <= 1, "threshold must be above 0 and at most 1");
    require(
        distanceWeight > 0 && timeWeight > 0 && kindWeight > 0, "weights must be greater than 0");
    require(radiusM > 0 && radiusM <= 20_000, "radiusM must be within 0..20000");
    require(!window.isNegative() && !window.isZero(), "window must be positive");
    require(unknownAccuracyM >= 0, "unknownAccuracyM must not be negative");
    require(!reopenWindow.isNegative(), "reopenWindow must not be negative");
    require(closedStays.compareTo(Duration.ofDays(1)) >= 0, "closedStays must be at least 24 h");
    require(!autoCloseCleared.isNegative(), "autoCloseCleared must not be negative");
  }

  /** The demo city's. */
  public static FusionSettings defaults() {
    return new FusionSettings(
        0.5,
        0.4,
        0.3,
        0.3,
        3_000,
        Duration.ofMinutes(30),
        50,
        Duration.ofMinutes(30),
        Duration.ofDays(1),
        Duration.ZERO,
        ZoneId.of("Asia/Seoul"));
  }

  private static void require(boolean holds, String message) {
    if (!holds) throw new IllegalArgumentException(message);
  }
}

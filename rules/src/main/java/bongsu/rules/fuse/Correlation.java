package bongsu.rules.fuse;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.incident.Evidence;
import bongsu.core.text.Bilingual;
import java.util.List;
import java.util.Optional;

/**
 * Scores how likely a report tells of an incident: the weighted geometric mean of nearness in place,
 * nearness in time and affinity of kinds, each 0 to 1, so that a part of 0 refuses.
 *
 * <p>Place: {@code exp(-d²/2σ²)}, σ² the sum of the spread of such reports and of both
 * uncertainties. {@code accuracyM} holds 68 % of the truth in two dimensions, which is 1.5 standard
 * deviations along one axis. Time: falls linearly to 0 over as long as such reports keep coming.
 */
final class Correlation {
  private static final double ACCURACY_PER_SIGMA = 1.5;
  private static final double WORST_ACCURACY_M = 500;

  private final FusionSettings settings;
  private final LocalPlane plane;
  private final double weights;
  private final double reachSigmas;

  Correlation(FusionSettings settings, LocalPlane plane) {
    this.settings = settings;
    this.plane = plane;
    weights = settings.distanceWeight() + settings.timeWeight() + settings.kindWeight();
    double leastPlace = StrictMath.pow(settings.threshold(), weights / settings.distanceWeight());
    reachSigmas = StrictMath.sqrt(-2 * StrictMath.log(leastPlace));
  }

  /** No story farther from the report than this can reach the threshold. */
  double reachM(Report report, Position position) {
    double sigma = StrictMath.sqrt(square(report.word().spreadM())
        + square(sigmaM(position))
        + square(WORST_ACCURACY_M / ACCURACY_PER_SIGMA));
    return StrictMath.min(settings.radiusM(), reachSigmas * sigma);
  }

  /**
   * How a report fits a story.
   *
   * @param told the report's word
   * @param known the nearest to it of the story's
   * @param placed whether both have a position; else the same device told both
   */
  record Fit(
      Story story,
      KindAffinity.Word told,
      KindAffinity.Word known,
      double distanceM,
      boolean placed,
      long laterMs,
      double place,
      double time,
      double kind,
      double score) {}

  /** The fit if it reaches the threshold. */
  Optional<Fit> fit(Report report, Story story) {
    if (report.exercise() != story.incident().exercise()) return Optional.empty();
    KindAffinity.Word known = nearestWord(report.word(), story);
    double kind = KindAffinity.between(report.word(), known);
    double time = kind == 0 ? 0 : time(report, story, known);
    return time == 0 ? Optional.empty() : fit(report, story, known, time, kind);
  }

  private Optional<Fit> fit(
      Report report, Story story, KindAffinity.Word known, double time, double kind) {
    Position here = report.position();
    Position there = story.incident().findPosition().orElse(null);
    if (here == null || there == null)
      return isSameDevice(report, story)
          ? fit(report, story, known, 0, false, 1, time, kind)
          : Optional.empty();
    double distanceM = plane.distanceM(here, there);
    if (distanceM > settings.radiusM()) return Optional.empty();
    double place = place(distanceM, report.word(), known, here, there);
    return fit(report, story, known, distanceM, true, place, time, kind);
  }

  private Optional<Fit> fit(
      Report report,
      Story story,
      KindAffinity.Word known,
      double distanceM,
      boolean placed,
      double place,
      double time,
      double kind) {
    double score = score(place, time, kind);
    if (score < settings.threshold()) return Optional.empty();
    return Optional.of(new Fit(
        story,
        report.word(),
        known,
        distanceM,
        placed,
        story.laterMs(report.atMs()),
        place,
        time,
        kind,
        score));
  }

  private static boolean isSameDevice(Report report, Story story) {
    return report.subject() != null && story.hasSubject(report.subject());
  }

  private static KindAffinity.Word nearestWord(KindAffinity.Word told, Story story) {
    List<KindAffinity.Word> words = story.words();
    KindAffinity.Word nearest = words.get(0);
    for (KindAffinity.Word word : words)
      if (KindAffinity.between(told, word) > KindAffinity.between(told, nearest)) nearest = word;
    return nearest;
  }

  private double time(Report report, Story story, KindAffinity.Word known) {
    long lastsMs = Math.min(report.word().lastsMs(), known.lastsMs());
    lastsMs = Math.min(lastsMs, settings.window().toMillis());
    return Math.max(0, 1 - (double) story.gapMs(report.atMs()) / lastsMs);
  }

  private double place(
      double distanceM, KindAffinity.Word a, KindAffinity.Word b, Position here, Position there) {
    double spreadM = Math.min(a.spreadM(), b.spreadM());
    double variance = square(spreadM) + square(sigmaM(here)) + square(sigmaM(there));
    return StrictMath.exp(-square(distanceM) / (2 * variance));
  }

  private double sigmaM(Position position) {
    double accuracyM = accuracyM(position, settings.unknownAccuracyM());
    return Math.min(accuracyM, WORST_ACCURACY_M) / ACCURACY_PER_SIGMA;
  }

  /** What the position tells of itself, else {@code unknownM}. */
  static double accuracyM(Position position, double unknownM) {
    return position.accuracyM() > 0 ? position.accuracyM() : unknownM;
  }

  private double score(double place, double time, double kind) {
    return StrictMath.pow(place, settings.distanceWeight() / weights)
        * StrictMath.pow(time, settings.timeWeight() / weights)
        * StrictMath.pow(kind, settings.kindWeight() / weights);
  }

  private static double square(double x) {
    return x * x;
  }

  /** The fit as it is stored and shown. */
  Evidence evidence(Fit fit) {
    Evidence bare = new Evidence(
        Math.round(fit.distanceM()),
        Math.floorDiv(fit.laterMs() + 500, 1000),
        fit.told().name(),
        fit.known().name(),
        rounded(fit.score()),
        settings.threshold(),
        List.of(
            new Evidence.Part("distance", rounded(fit.place()), settings.distanceWeight()),
            new Evidence.Part("time", rounded(fit.time()), settings.timeWeight()),
            new Evidence.Part("kind", rounded(fit.kind()), settings.kindWeight())),
        Bilingual.same(""));
    return bare.withWords(FitWords.of(fit, bare));
  }

  private static double rounded(double part) {
    return Math.round(part * 1000) / 1000.0;
  }
}

package bongsu.rules.judge;

import org.jspecify.annotations.Nullable;

/**
 * When a {@link LevelRule} raises and clears.
 *
 * @param clear the level that ends it; null when {@code clearMargin} tells it
 * @param clearMargin how far back beyond the raising level, in the quantity's unit
 * @param holdMs how long it must last before it is raised
 * @param maxGapMs readings further apart do not show that it lasted
 * @param medianOf judge the median of so many readings, 1 for each as it is
 * @param overMs judge the change over so long instead of the value, 0 for the value
 */
record LevelSpec(
    Comparison comparison,
    Level raise,
    @Nullable Level clear,
    double clearMargin,
    long holdMs,
    long maxGapMs,
    int medianOf,
    long overMs) {
  private static final double DAY_S = 86_400;
  private static final double HOUR_S = 3_600;

  /** The clearing level for a raising one. */
  double clearAt(double raiseAt, double clearAt) {
    if (clear != null) return clearAt;
    return comparison.upwards() ? raiseAt - clearMargin : raiseAt + clearMargin;
  }

  static LevelSpec ofState(double holdS, double maxGapS) {
    return new LevelSpec(Comparison.AT_LEAST, Level.of(1), null, 0, ms(holdS), ms(maxGapS), 1, 0);
  }

  static LevelSpec read(RuleFields fields, Level.Raise raise) {
    Level clear = Level.find(fields, "clear");
    double margin = fields.number("clearMargin", 0, 1e6, 0);
    if (clear != null && fields.has("clearMargin"))
      fields.wrong("clearMargin", "stands beside clear", "only one of them");
    checkSide(fields, raise, clear);
    double holdS = fields.number("holdS", 0, DAY_S, 0);
    double gapS = fields.number("maxGapS", 0, DAY_S, Math.max(holdS, HOUR_S));
    return new LevelSpec(
        raise.comparison(),
        raise.level(),
        clear,
        margin,
        ms(holdS),
        ms(gapS),
        medianOf(fields),
        ms(fields.number("overS", 0, DAY_S, 0)));
  }

  private static void checkSide(RuleFields fields, Level.Raise raise, @Nullable Level clear) {
    if (clear == null || !clear.isFixed() || !raise.level().isFixed()) return;
    double back = raise.level().fixed() - clear.fixed();
    if (raise.comparison().upwards() ? back < 0 : back > 0)
      fields.wrong(
          "clear",
          "lies beyond the raising level " + Numbers.plain(raise.level().fixed()),
          "a level on its safe side");
  }

  private static int medianOf(RuleFields fields) {
    int n = fields.whole("medianOf", 1, 9, 1);
    if (n % 2 == 0) fields.wrong("medianOf", "is " + n, "an odd number within 1..9");
    if (n > 1 && fields.has("overS"))
      fields.wrong("medianOf", "stands beside overS", "only one of them");
    return n;
  }

  private static long ms(double s) {
    return Math.round(s * 1000);
  }
}

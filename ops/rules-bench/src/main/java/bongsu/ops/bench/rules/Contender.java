package bongsu.ops.bench.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Polygon;

/** One way to notice that things enter and leave fences. Boundaries count as inside. */
interface Contender extends AutoCloseable {
  /** What can be measured; the names of {@code --only}. */
  enum Way {
    BONGSU("Bongsu's zone grid"),
    PREPARED("JTS, STRtree with prepared geometry"),
    NAIVE("JTS, every fence"),
    DROOLS("Drools rule set"),
    POSTGIS_ROWS("PostGIS, a query per position"),
    POSTGIS_BATCH("PostGIS, a query per 1 000 positions");

    final String said;

    Way(String said) {
      this.said = said;
    }

    String option() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Way of(String option) {
      return Arrays.stream(values())
          .filter(way -> way.option().equals(option))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no contender " + option));
    }

    boolean needsPostgis() {
      return this == POSTGIS_ROWS || this == POSTGIS_BATCH;
    }

    /** @param things are numbered below this */
    Contender over(List<Polygon> fences, int things) throws Exception {
      return switch (this) {
        case BONGSU -> new GridContender(fences, things);
        case PREPARED -> new PreparedContender(fences, things);
        case NAIVE -> new NaiveContender(fences, things);
        case DROOLS -> new DroolsContender(fences);
        case POSTGIS_ROWS -> PostgisContender.byRow(fences, things);
        case POSTGIS_BATCH -> PostgisContender.byBatch(fences, things);
      };
    }
  }

  /**
   * Takes so many positions of the walks.
   *
   * @param from the first, as {@link Walks#next} gave it
   * @return how many fences were entered and left by them
   */
  int move(Walks walks, int from, int count) throws Exception;

  @Override
  default void close() throws Exception {}
}

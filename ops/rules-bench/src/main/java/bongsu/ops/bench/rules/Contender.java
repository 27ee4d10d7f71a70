package bongsu.ops.bench.rules;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** One way to notice that things enter and leave fences. Boundaries count as inside. */
interface Contender extends AutoCloseable {
  /** What can be measured; the names of {@code --only}. */
  enum Way {
    BONGSU("bongsu", "Bongsu's zone grid"),
    PREPARED("prepared", "JTS, STRtree with prepared geometry"),
    NAIVE("naive", "JTS, every fence"),
    DROOLS("drools", "Drools rule set"),
    POSTGIS_ROWS("postgisRows", "PostGIS, a query per position"),
    POSTGIS_BATCH("postgisBatch", "PostGIS, a query per 1 000 positions");

    /** In options and figures. */
    final String key;

    final String said;

    Way(String key, String said) {
      this.key = key;
      this.said = said;
    }

    static Way of(String key) {
      return Arrays.stream(values())
          .filter(way -> way.key.equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no contender " + key));
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

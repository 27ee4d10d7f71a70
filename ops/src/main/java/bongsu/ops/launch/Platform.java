package bongsu.ops.launch;

import bongsu.ops.postgres.SchemaMigration;
import java.util.List;

/**
 * What the launcher launches.
 *
 * @param node main class and arguments of a node, which speaks {@link ChildSide}
 * @param simulator the same of the simulator
 * @param schema Flyway location of the store's schema
 * @param firstStarts what a new city is given, in order
 */
record Platform(
    List<String> node, List<String> simulator, String schema, List<FirstStart> firstStarts) {
  private static final String MAIN = "bongsu.ops.Bongsu";

  /** Nodes and simulator are commands of this program. */
  static Platform bongsu(List<FirstStart> firstStarts) {
    return new Platform(
        List.of(MAIN, "serve"), List.of(MAIN, "sim"), SchemaMigration.LOCATION, firstStarts);
  }
}

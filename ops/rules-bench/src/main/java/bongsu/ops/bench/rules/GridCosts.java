package bongsu.ops.bench.rules;

import bongsu.rules.zone.Outline;
import bongsu.rules.zone.ZoneGrid;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;

/** What the grid takes: memory a fence, and time until changed fences are in force. */
final class GridCosts {
  private static final int TIMES = 5;

  private GridCosts() {}

  static void measure(Map<String, Object> figures, PrintWriter out) {
    for (int fences : new int[] {1_000, 10_000}) {
      List<Polygon> shapes = Fences.of(fences, 5);
      long[] tookMs = new long[TIMES];
      long bytes = 0;
      for (int i = 0; i < TIMES; i++) {
        long beganNs = System.nanoTime();
        bytes = ZoneGrid.of(shapes.stream().map(Outline::of).toList()).bytes();
        tookMs[i] = (System.nanoTime() - beganNs) / 1_000_000;
      }
      Arrays.sort(tookMs);
      figures.put("bytesPerFenceOf" + fences, bytes / fences);
      figures.put("reloadMsOf" + fences, tookMs[TIMES / 2]);
      out.printf(
          "%,d fences: %,d bytes each, built anew in %d ms%n",
          fences, bytes / fences, tookMs[TIMES / 2]);
    }
  }
}

package bongsu.ops.bench;

import bongsu.ops.bench.ProcessCosts.Cost;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the city's processes use from its making on. */
final class CostMeter {
  private final Path dataDir;
  private final long startNs = System.nanoTime();
  private final Map<String, Cost> before;

  CostMeter(Path dataDir) {
    this.dataDir = dataDir;
    this.before = ProcessCosts.measure(dataDir);
  }

  /** Cores used on average since the start, by kind of process. */
  Map<String, Double> cores() {
    double seconds = (System.nanoTime() - startNs) / 1e9;
    Map<String, Double> cores = new TreeMap<>();
    ProcessCosts.measure(dataDir).forEach((kind, now) -> {
      Cost then = before.getOrDefault(kind, new Cost(0, 0));
      cores.put(kind, Math.round((now.cpuS() - then.cpuS()) / seconds * 100) / 100.0);
    });
    return cores;
  }

  /** Resident memory now, MiB, by kind of process. */
  static Map<String, Double> rssMb(Path dataDir) {
    Map<String, Double> rss = new TreeMap<>();
    ProcessCosts.measure(dataDir)
        .forEach((kind, cost) -> rss.put(kind, (double) Math.round(cost.rssMb())));
    return rss;
  }
}

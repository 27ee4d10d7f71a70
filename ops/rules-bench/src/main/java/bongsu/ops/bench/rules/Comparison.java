package bongsu.ops.bench.rules;

import bongsu.ops.bench.rules.Contender.Way;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each way in a JVM of its own, one after the other in the same run. */
final class Comparison {
  private static final int FENCES = 1_000;
  private static final double COVER = 5;

  private final List<Way> ways;
  private final int seconds;
  private final PrintWriter out;

  Comparison(List<Way> ways, int seconds, PrintWriter out) {
    this.ways = ways;
    this.seconds = seconds;
    this.out = out;
  }

  /** Positions a second of each, and how many times as many ours are. */
  void measure(Map<String, Object> figures) throws RunnerException {
    out.printf("Positions judged a second, one thread, %,d things%n", FenceBench.THINGS);
    double ours = 0;
    for (Way way : ways) {
      double perS = run(way, FENCES, COVER);
      figures.put(way.key + "PositionsPerS", Math.round(perS));
      if (way == Way.BONGSU) ours = perS;
      else if (ours > 0) figures.put("timesOf" + capital(way.key), round(ours / perS));
    }
    for (Way way : List.of(Way.BONGSU, Way.PREPARED)) {
      if (!ways.contains(way)) continue;
      for (double cover : new double[] {1, 20})
        figures.put(
            way.key + "PositionsPerSInside" + (int) cover, Math.round(run(way, FENCES, cover)));
      figures.put(way.key + "PositionsPerSOf10000", Math.round(run(way, 10 * FENCES, COVER)));
    }
  }

  private double run(Way way, int fences, double cover) throws RunnerException {
    double perS = new Runner(new OptionsBuilder()
            .include(FenceBench.class.getName())
            .param("way", way.key)
            .param("fences", Integer.toString(fences))
            .param("cover", Double.toString(cover))
            .forks(1)
            .jvmArgsAppend(jvmArguments())
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(Math.max(1, seconds / 5)))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(Math.max(1, seconds / 5)))
            .verbosity(VerboseMode.SILENT)
            .build())
        .runSingle()
        .getPrimaryResult()
        .getScore();
    out.printf(
        "  %,14.0f  %s, %,d fences, a position in about %.0f%n", perS, way.said, fences, cover);
    out.flush();
    return perS;
  }

  private static String[] jvmArguments() {
    List<String> arguments = new ArrayList<>(List.of("-Xms2g", "-Xmx2g"));
    String postgis = System.getProperty(PostgisContender.ADDRESS);
    if (postgis != null) arguments.add("-D" + PostgisContender.ADDRESS + "=" + postgis);
    return arguments.toArray(String[]::new);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}

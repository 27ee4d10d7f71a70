package bongsu.ops.fault.simulate;

import bongsu.core.wire.JsonText;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells what was tried: a line now and then, the averages of a city hour, at last one of JSON. */
final class SimulateReport {
  private static final long PROGRESS_NS = 10_000_000_000L;

  private final PrintWriter out;
  private final int jobs;
  private final long beganNs = System.nanoTime();
  private long toldNs = beganNs;

  SimulateReport(PrintWriter out, int jobs) {
    this.out = out;
    this.jobs = jobs;
  }

  void onDone(Seeds seeds) {
    long nowNs = System.nanoTime();
    if (nowNs - toldNs < PROGRESS_NS) return;
    toldNs = nowNs;
    out.println(sum(seeds));
    out.flush();
  }

  /** @return whether all is well */
  boolean end(Seeds seeds) {
    String json = json(seeds);
    out.println(sum(seeds));
    out.println(averages(seeds.tally()));
    seeds.findFailed().ifPresent(this::explain);
    out.println(json);
    out.flush();
    return seeds.findFailed().isEmpty();
  }

  private void explain(Trial failed) {
    out.println("seed " + failed.run().seed() + " fails: " + failed.violation());
    out.flush();
    out.printf(
        Locale.ROOT,
        "again, as short as it fails: ./ops/bongsu fault simulate --seed %d --seeds 1 --hours %s%n",
        failed.run().seed(),
        failed.shortest().hours());
  }

  private String sum(Seeds seeds) {
    return String.format(
        Locale.ROOT,
        "%d seeds, %.0f city hours, %.0f a minute, %.0f in a minute of one processor",
        seeds.done(),
        seeds.tally().hours(),
        aMinute(seeds.tally(), seconds()),
        aMinute(seeds.tally(), processorSeconds()));
  }

  private static String averages(Tally tally) {
    return String.format(
        Locale.ROOT,
        "a city hour has %.0f events, %.1f crashes, %.1f takeovers, %.1f messages lost, %.1f"
            + " overtaken",
        tally.perHour(tally.events()),
        tally.perHour(tally.crashes()),
        tally.perHour(tally.takeovers()),
        tally.perHour(tally.lost()),
        tally.perHour(tally.overtaken()));
  }

  private double seconds() {
    return Math.max(1, (System.nanoTime() - beganNs) / 1_000_000) / 1e3;
  }

  /** Of this process, on all processors: what others leave of a machine does not change it much. */
  private static double processorSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(used -> Math.max(1, used.toMillis()) / 1e3)
        .orElse(Double.NaN);
  }

  private static double aMinute(Tally tally, double seconds) {
    return tally.hours() * 60 / seconds;
  }

  private String json(Seeds seeds) {
    Tally tally = seeds.tally();
    JsonText json = new JsonText()
        .open()
        .put("seeds", seeds.done())
        .put("jobs", jobs)
        .put("seconds", Math.round(seconds() * 10) / 10.0)
        .put("processorSeconds", Math.round(processorSeconds() * 10) / 10.0)
        .put("hours", tally.hours())
        .put("hoursAMinute", Math.round(aMinute(tally, seconds())))
        .put("events", tally.events())
        .put("crashes", tally.crashes())
        .put("takeovers", tally.takeovers())
        .put("lost", tally.lost())
        .put("overtaken", tally.overtaken())
        .put("ok", seeds.findFailed().isEmpty());
    seeds.findFailed().ifPresent(failed -> json.put("failedSeed", failed.run().seed()));
    return json.close().toString();
  }
}

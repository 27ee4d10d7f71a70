package bongsu.ops.bench;

import bongsu.ops.bench.IngestFigures.Http;
import bongsu.ops.bench.IngestFigures.Phase;
import bongsu.ops.bench.IngestFigures.Times;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures for people, a line as soon as it is known. */
final class IngestTable {
  private static final String ROW = "%-9s %9s %9s %5s %17s %26s %6s  %s";

  private final PrintWriter out;

  IngestTable(PrintWriter out) {
    this.out = out;
  }

  void head() {
    say(
        ROW,
        "",
        "offered/s",
        "accepted",
        "held",
        "ack ms p50 / p99",
        "screen ms p50 / p99 / p99.9",
        "alarms",
        "cores used");
  }

  void phase(Phase p) {
    String offered = p.offeredPerS() >= 1e6 ? "all" : number(p.offeredPerS());
    String screen = p.alarms() == 0 ? "–" : screen(p.screenMs());
    String alarms = p.alarmsLost() == 0
        ? String.valueOf(p.alarms())
        : p.alarms() + " (" + p.alarmsLost() + " not seen)";
    say(
        ROW,
        p.name(),
        offered,
        number(p.acceptedPerS()),
        p.held() ? "yes" : "no",
        number(p.ackMs().p50()) + " / " + number(p.ackMs().p99()),
        screen,
        alarms,
        cores(p.cpuCores()));
    if (p.refused() + p.unacknowledged() + p.outOfOrder() > 0)
      say(
          "          %d refused, %d not acknowledged, %d out of order",
          p.refused(), p.unacknowledged(), p.outOfOrder());
  }

  void end(@Nullable Phase held, Http http) {
    say(
        ROW,
        "HTTP",
        http.connections() + "×" + http.eventsPerRequest(),
        number(http.acceptedPerS()),
        "–",
        number(http.requestMs().p50()) + " / " + number(http.requestMs().p99()),
        "–",
        "–",
        cores(http.cpuCores()));
    if (http.refusedRequests() > 0) say("          %d requests refused", http.refusedRequests());
    if (held != null)
      say("Highest rate held for %.0f s: %s events/s", held.seconds(), number(held.offeredPerS()));
  }

  void memory(
      Map<String, Double> beforeMb, Map<String, Double> warmMb, Map<String, Double> afterMb) {
    afterMb.forEach((kind, mb) -> say(
        "Memory of %s: %.0f MiB at the start, %.0f after the first rate, %.0f at the end",
        kind, beforeMb.getOrDefault(kind, 0.0), warmMb.getOrDefault(kind, 0.0), mb));
  }

  private static String screen(Times t) {
    return number(t.p50()) + " / " + number(t.p99()) + " / " + number(t.p999());
  }

  private static String cores(Map<String, Double> cores) {
    return cores.toString().replaceAll("[{}]", "");
  }

  private static String number(double value) {
    return String.format(
            Locale.ROOT, value < 1_000 && value != Math.rint(value) ? "%.1f" : "%,.0f", value)
        .replace(',', ' ');
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}

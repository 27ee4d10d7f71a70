package bongsu.ops.replay;

import bongsu.core.event.CallReport;
import bongsu.core.event.CallStage;
import bongsu.ops.client.EventPost.Answer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far a replay is, told every second, and what it came to. */
final class Progress {
  private static final long TELL_EVERY_NS = 1_000_000_000L;

  private final PrintWriter out;
  private final SfFireFile file;
  private final Map<String, Integer> rowsByCall = new TreeMap<>();
  private final int revisions;
  private final long startedNs = System.nanoTime();
  private final Map<String, Integer> rejected = new TreeMap<>();
  private long toldNs = startedNs;
  private int rowsSent;
  private int callsSent;
  private int sent;
  private int accepted;
  private int duplicates;

  Progress(PrintWriter out, SfFireFile file, int revisions) {
    this.out = out;
    this.file = file;
    this.revisions = revisions;
    for (SfFireCall call : file.calls()) rowsByCall.put(call.callNumber(), call.rowCount());
  }

  /** What a replay came to: the last line it prints, as JSON. */
  record Total(
      int calls, int revisions, int accepted, int duplicates, int rejected, double seconds) {}

  void on(List<CallReport> reports, Answer answer) {
    sent += reports.size();
    accepted += answer.accepted();
    duplicates += answer.duplicates();
    answer.rejected().forEach((reason, count) -> rejected.merge(reason, count, Integer::sum));
    for (CallReport report : reports) if (report.stage() == CallStage.CLOSED) onSent(report);
    tellNowAndThen();
  }

  private void onSent(CallReport last) {
    callsSent++;
    rowsSent += rowsByCall.getOrDefault(last.receiptNo(), 0);
  }

  private void tellNowAndThen() {
    long nowNs = System.nanoTime();
    if (nowNs - toldNs < TELL_EVERY_NS && sent < revisions) return;
    toldNs = nowNs;
    double perS = sent / seconds();
    long leftS = Math.round((revisions - sent) / perS);
    say(
        "  %d/%d rows, %d/%d calls, %d/%d events, %.0f events/s, %d:%02d left",
        rowsSent,
        file.rows(),
        callsSent,
        file.calls().size(),
        sent,
        revisions,
        perS,
        leftS / 60,
        leftS % 60);
  }

  /** Says what was left out and refused. */
  Total end() {
    file.badRows().forEach((reason, count) -> say("  %d rows left out: %s", count, reason));
    rejected.forEach((reason, count) -> say("  %d events rejected by the city: %s", count, reason));
    int refused = rejected.values().stream().mapToInt(Integer::intValue).sum();
    double seconds = Math.round(seconds() * 10) / 10.0;
    return new Total(file.calls().size(), sent, accepted, duplicates, refused, seconds);
  }

  private double seconds() {
    return Math.max(1e-3, (System.nanoTime() - startedNs) / 1e9);
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}

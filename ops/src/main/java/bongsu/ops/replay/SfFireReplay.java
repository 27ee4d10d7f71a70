package bongsu.ops.replay;

import bongsu.core.event.CallReport;
import bongsu.core.wire.EventWriter;
import bongsu.core.wire.WireEnum;
import bongsu.ops.client.EventPost;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Sends the calls of a file in the order in which everything happened, over all calls. */
final class SfFireReplay {
  private final EventPost post;
  private final double speed;
  private final boolean follow;
  private final PrintWriter out;

  /**
   * @param speed 2 for twice as fast as it happened, infinite for as fast as the city takes it
   * @param follow whether to tell of each revision
   */
  SfFireReplay(EventPost post, double speed, boolean follow, PrintWriter out) {
    this.post = post;
    this.speed = speed;
    this.follow = follow;
    this.out = out;
  }

  Progress.Total send(SfFireFile file) throws InterruptedException {
    List<CallReport> reports = inOrder(file.calls());
    Progress progress = new Progress(out, file, reports.size());
    Parting parting = new Parting(reports, speed);
    long startedNs = System.nanoTime();
    while (parting.hasNext()) {
      Thread.sleep(Math.max(0, parting.nextDue().minus(since(startedNs)).toMillis() + 1));
      send(parting.take(since(startedNs)), progress);
    }
    return progress.end();
  }

  private void send(List<CallReport> reports, Progress progress) throws InterruptedException {
    if (reports.isEmpty()) return;
    progress.on(reports, post.post(reports.stream().map(EventWriter::full).toList()));
    if (follow) reports.forEach(this::tell);
  }

  private void tell(CallReport report) {
    out.println("  " + report.observedAt() + " " + report.receiptNo() + "/" + report.revision()
        + " " + WireEnum.wordOf(report.callType()) + " " + WireEnum.wordOf(report.stage()) + ", "
        + report.units().size() + " units");
  }

  /** By time; what happened at once, by call and revision, so that every run sends the same. */
  static List<CallReport> inOrder(List<SfFireCall> calls) {
    return calls.stream()
        .flatMap(call -> call.revisions().stream())
        .sorted(Comparator.comparing(CallReport::observedAt)
            .thenComparing(CallReport::receiptNo)
            .thenComparing(CallReport::revision))
        .toList();
  }

  private static Duration since(long startedNs) {
    return Duration.ofNanos(System.nanoTime() - startedNs);
  }
}

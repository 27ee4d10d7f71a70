package bongsu.ops.backup;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person how far copying is, a line for each tenth. */
final class Progress {
  private static final double MIB = 1 << 20;

  private final PrintWriter out;
  private final long totalBytes;
  private long bytes;
  private long toldTenths;

  /** @param totalBytes about as many will be copied */
  Progress(PrintWriter out, long totalBytes) {
    this.out = out;
    this.totalBytes = Math.max(1, totalBytes);
  }

  void on(long more) {
    bytes += more;
    long tenths = Math.min(10, bytes * 10 / totalBytes);
    if (tenths <= toldTenths) return;
    toldTenths = tenths;
    out.printf(Locale.ROOT, "  %3d %% of %.0f MiB%n", tenths * 10, totalBytes / MIB);
    out.flush();
  }
}

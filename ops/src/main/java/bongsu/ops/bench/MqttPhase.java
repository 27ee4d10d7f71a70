package bongsu.ops.bench;

import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What happened at one offered rate. On the event loop only, until {@link #done}. */
final class MqttPhase {
  private static final long LONGEST_US = 120_000_000L;

  final double ratePerS;
  final long startNs;
  final long endNs;
  final CompletableFuture<Figures> done = new CompletableFuture<>();

  private final Histogram ackUs = new Histogram(LONGEST_US, 3);
  private long sent;
  private long accepted;
  private long acceptedInTime;
  private long refused;
  private long unknown;
  private long outOfOrder;
  private long backlogAtEnd = -1;

  MqttPhase(double ratePerS, double seconds) {
    this.ratePerS = ratePerS;
    this.startNs = System.nanoTime();
    this.endNs = startNs + Math.round(seconds * 1e9);
  }

  /**
   * What came of it.
   *
   * @param acceptedPerS acknowledged while events were offered
   * @param refused acknowledged with a reason, such as overload
   * @param unknown never acknowledged
   * @param backlog events due but not acknowledged when the offering ended
   * @param ackUs from intended send to acknowledgement
   */
  record Figures(
      double offeredPerS,
      double seconds,
      double acceptedPerS,
      long accepted,
      long refused,
      long unknown,
      long outOfOrder,
      long backlog,
      Histogram ackUs) {}

  /** How many should have been sent by now. */
  long due(long nowNs) {
    return (long) Math.ceil((Math.min(nowNs, endNs) - startNs) * ratePerS / 1e9);
  }

  long sent() {
    return sent;
  }

  /** Counts one as sent; returns when it should have been. */
  long onSent() {
    return startNs + Math.round(sent++ * 1e9 / ratePerS);
  }

  void onAck(long intendedNs, int reason, boolean inOrder) {
    if (!inOrder) outOfOrder++;
    if (reason >= 0x80) {
      refused++;
      return;
    }
    long nowNs = System.nanoTime();
    accepted++;
    if (nowNs <= endNs) acceptedInTime++;
    ackUs.recordValue(Math.min(LONGEST_US, Math.max(0, (nowNs - intendedNs) / 1_000)));
  }

  void onClosed(int inFlight) {
    unknown += inFlight;
  }

  long inFlight() {
    return sent - accepted - refused - unknown;
  }

  /** The time for offering is over; {@code due} is not sent any more. */
  void onEnd() {
    if (backlogAtEnd < 0) backlogAtEnd = due(endNs) - accepted - refused;
  }

  boolean isEnded() {
    return backlogAtEnd >= 0;
  }

  void finish(@Nullable Throwable failure) {
    double seconds = (endNs - startNs) / 1e9;
    if (failure != null) done.completeExceptionally(failure);
    else
      done.complete(new Figures(
          ratePerS,
          seconds,
          acceptedInTime / seconds,
          accepted,
          refused,
          unknown + inFlight(),
          outOfOrder,
          backlogAtEnd,
          ackUs));
  }
}

package bongsu.ops.fault;

import java.util.concurrent.atomic.AtomicLong;

/** What the clients see, over all of them. Any thread. */
final class LoadStats {
  final AtomicLong sent = new AtomicLong();
  final AtomicLong resent = new AtomicLong();
  final AtomicLong acknowledged = new AtomicLong();
  final AtomicLong rejected = new AtomicLong();
  /** Telemetry, and never a call. */
  final AtomicLong refused = new AtomicLong();

  final AtomicLong refusedCalls = new AtomicLong();
  private long lastAckNs = System.nanoTime();
  private long longestGapNs;

  void on(Sent event, Outcome outcome) {
    switch (outcome) {
      case OK -> {
        acknowledged.incrementAndGet();
        onAck(System.nanoTime());
      }
      case REJECTED -> rejected.incrementAndGet();
      case REFUSED -> (event.kind() == Kind.CALL ? refusedCalls : refused).incrementAndGet();
      case UNKNOWN -> {}
    }
  }

  private synchronized void onAck(long nowNs) {
    longestGapNs = Math.max(longestGapNs, nowNs - lastAckNs);
    lastAckNs = nowNs;
  }

  /** The longest time in which nobody got an acknowledgement. */
  synchronized long longestGapMs() {
    return longestGapNs / 1_000_000;
  }
}

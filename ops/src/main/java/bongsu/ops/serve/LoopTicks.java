package bongsu.ops.serve;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Whether all event loops of this node turn: each notes the time ten times a second. */
final class LoopTicks {
  private static final long EVERY_MS = 100;
  private static final long LATE_NS = TimeUnit.SECONDS.toNanos(3);

  private final List<AtomicLong> tickedAtNs = new ArrayList<>();

  LoopTicks(Vertx vertx) {
    for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      AtomicLong ticked = new AtomicLong(System.nanoTime());
      tickedAtNs.add(ticked);
      loop.scheduleAtFixedRate(
          () -> ticked.set(System.nanoTime()), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  /** How many did not turn for 3 s. */
  long stuck() {
    long now = System.nanoTime();
    return tickedAtNs.stream().filter(ticked -> now - ticked.get() > LATE_NS).count();
  }
}

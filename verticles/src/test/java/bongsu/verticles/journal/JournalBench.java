package bongsu.verticles.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** How long an acknowledgement through the journal takes at 2 000 events/s; run by name, on the disk. */
class JournalBench {
  private static final int EVENTS = 20_000;
  private static final long EVERY_NS = 500_000;

  @Test
  void acknowledgesTwoThousandASecond() throws Exception {
    Path dir = Files.createTempDirectory(Path.of("target"), "journal");
    ExecutorService writer = Executors.newSingleThreadExecutor();
    JournalKey key = JournalKey.in(dir.resolve("key"));
    JournalLane lane =
        new JournalLane("others", new LocalDisk(), key, writer, () -> Long.MAX_VALUE);
    lane.open(dir.resolve("node-1"), List.of());
    offer(lane);
    drain(lane);
    long[] tookNs = offer(lane);
    writer.shutdown();
    System.out.printf(
        "2 000 events/s, one by one: acknowledged after %.1f ms (p50), %.1f ms (p99); ",
        tookNs[EVENTS / 2] / 1e6, tookNs[EVENTS / 100 * 99] / 1e6);
    long beganNs = System.nanoTime();
    assertEquals(EVENTS, drain(lane));
    System.out.printf(
        "read back at %,.0f events/s%n", EVENTS / ((System.nanoTime() - beganNs) / 1e9));
  }

  private static long[] offer(JournalLane lane) throws InterruptedException {
    AtomicLongArray tookNs = new AtomicLongArray(EVENTS);
    CountDownLatch kept = new CountDownLatch(EVENTS);
    long beganNs = System.nanoTime();
    for (int i = 0; i < EVENTS; i++) {
      int n = i;
      long dueNs = beganNs + i * EVERY_NS;
      while (System.nanoTime() < dueNs) LockSupport.parkNanos(dueNs - System.nanoTime());
      lane.keep(List.of(LaneUnderTest.call("e-" + i)), fate -> {
        tookNs.set(n, System.nanoTime() - dueNs);
        kept.countDown();
      });
    }
    kept.await();
    long[] sorted = new long[EVENTS];
    Arrays.setAll(sorted, tookNs::get);
    Arrays.sort(sorted);
    return sorted;
  }

  private static int drain(JournalLane lane) throws IOException {
    int drained = 0;
    for (var batch = lane.files().read(4_000);
        !batch.isEmpty();
        batch = lane.files().read(4_000)) {
      drained += batch.parcels().size();
      lane.files().stored(batch);
    }
    return drained;
  }
}

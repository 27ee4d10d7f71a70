package bongsu.ops.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopTicksTest {
  private Vertx vertx;
  private CountDownLatch release;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    release = new CountDownLatch(1);
  }

  @AfterEach
  void close() throws Exception {
    release.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aBlockedEventLoopIsCountedUntilItTurnsAgain() {
    LoopTicks ticks = new LoopTicks(vertx);
    assertEquals(0, ticks.stuck());
    vertx.runOnContext(go -> block());
    until(() -> ticks.stuck() == 1);
    release.countDown();
    until(() -> ticks.stuck() == 0);
  }

  private void block() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void until(BooleanSupplier condition) {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertEquals(true, System.nanoTime() < untilNs, "waited in vain");
      LockSupport.parkNanos(10_000_000);
    }
  }
}

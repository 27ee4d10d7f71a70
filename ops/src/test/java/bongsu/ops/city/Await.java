package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
final class Await {
  private static final long PATIENCE_NS = 240_000_000_000L;
  private static final long LOOK_NS = 10_000_000;

  private Await() {}

  static void until(String what, BooleanSupplier condition) {
    some(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** The first that is found. */
  static <T> T some(String what, Supplier<Optional<T>> find) {
    long untilNs = System.nanoTime() + PATIENCE_NS;
    while (true) {
      Optional<T> found = find.get();
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > untilNs) return fail("waited in vain for " + what);
      LockSupport.parkNanos(LOOK_NS);
    }
  }
}

package bongsu.ops.fault;

/** Waits for a condition; what cannot be asked just now does not hold just now. */
final class Patience {
  private static final long LOOK_MS = 25;

  /** May fail while the city is away. */
  interface Condition {
    boolean holds() throws Exception;
  }

  private Patience() {}

  /** Whether it held within the time. */
  static boolean until(long mostMs, Condition condition) throws InterruptedException {
    long untilNs = System.nanoTime() + mostMs * 1_000_000;
    while (!holds(condition)) {
      if (System.nanoTime() > untilNs) return false;
      Thread.sleep(LOOK_MS);
    }
    return true;
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception away) {
      return false;
    }
  }
}

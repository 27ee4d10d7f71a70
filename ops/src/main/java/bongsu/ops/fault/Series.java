package bongsu.ops.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Events of which each is sent only after the one before is settled, in a circle. Any thread. */
final class Series {
  private static final long PAUSE_NS = 400_000_000L;

  private final List<Supplier<Sent>> circle;
  private int at;
  private @Nullable Sent current;
  private long notBeforeNs;

  Series(List<Supplier<Sent>> circle) {
    this.circle = circle;
  }

  /** The next one, once it is due. */
  synchronized Optional<Sent> next() {
    if (current != null || System.nanoTime() < notBeforeNs) return Optional.empty();
    Sent made = circle.get(at).get();
    current = made;
    return Optional.of(made);
  }

  /** Refused ones are made anew, as another event. */
  synchronized void on(Sent event, Outcome outcome) {
    if (!event.equals(current)) return;
    if (outcome == Outcome.OK) at = (at + 1) % circle.size();
    current = null;
    notBeforeNs = System.nanoTime() + PAUSE_NS;
  }

  /** Whether it can end here: all that was raised is cleared again. */
  synchronized boolean isAtRest() {
    return at == 0 && current == null;
  }
}

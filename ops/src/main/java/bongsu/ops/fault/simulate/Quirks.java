package bongsu.ops.fault.simulate;

import bongsu.core.event.CityEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is wrong with one device's line: its clock, its order, its repeating. */
final class Quirks {
  private final Chance chance;
  private final long skewMs;
  private @Nullable CityEvent held;
  private @Nullable CityEvent last;

  Quirks(Chance chance) {
    this.chance = chance;
    this.skewMs = chance.between(-1_500, 1_500);
  }

  /** Mostly now, sometimes minutes ago, by a clock that is off and that has nanoseconds. */
  Instant observedAt(Instant now) {
    long lateMs = chance.percent(3) ? chance.between(0, 600_000) : chance.between(0, 2_000);
    return now.minusMillis(lateMs).plusMillis(skewMs).plusNanos(chance.between(0, 999_999));
  }

  /** Passes an event on: as it is, twice, or behind the next one. */
  void pass(CityEvent event, Consumer<CityEvent> to) {
    last = event;
    if (held == null && chance.percent(4)) {
      held = event;
      return;
    }
    to.accept(event);
    if (chance.percent(3)) to.accept(event);
    if (held == null) return;
    to.accept(held);
    held = null;
  }

  Optional<CityEvent> findLast() {
    return Optional.ofNullable(last);
  }
}

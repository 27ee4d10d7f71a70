package bongsu.ops.fault;

import java.util.Locale;

/** What a sender knows of one event: no more than the city told it. */
enum Outcome {
  /** Sent, and no answer yet or ever. */
  UNKNOWN,
  OK,
  REJECTED,
  REFUSED;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}

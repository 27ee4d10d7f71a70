package bongsu.ops.fault.simulate;

/**
 * What simulations went through.
 *
 * @param hours of city time
 * @param events that were reported, some of them repeatedly
 * @param crashes of owners that were killed
 * @param takeovers new owners after the first ones: of those killed, frozen for too long, in doubt
 * @param lost messages, statements and answers that did not arrive
 * @param overtaken messages and statements that arrived before one sent earlier
 */
record Tally(double hours, long events, long crashes, long takeovers, long lost, long overtaken) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        hours + other.hours,
        events + other.events,
        crashes + other.crashes,
        takeovers + other.takeovers,
        lost + other.lost,
        overtaken + other.overtaken);
  }

  /** How many of something a city hour has. */
  double perHour(long count) {
    return hours == 0 ? 0 : count / hours;
  }
}

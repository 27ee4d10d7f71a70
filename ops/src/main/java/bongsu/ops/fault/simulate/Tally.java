package bongsu.ops.fault.simulate;

/** What simulations went through. */
record Tally(double hours, long events, long crashes) {
  static final Tally NOTHING = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(hours + other.hours, events + other.events, crashes + other.crashes);
  }
}

package bongsu.ops.sim;

/** Sends one feed's events, in order, until each is acknowledged. One event loop. */
interface Sender {
  /** Takes it over; goes out with the next {@link #flush()} or later, never lost but for overflow. */
  void add(Letter letter);

  /** Sends what waits, as far as the other side lets us. */
  void flush();

  /** Acknowledged, waiting, lost to overflow, and refused for what they say, since the start. */
  Count count();

  void close();

  /** How far a feed is. */
  record Count(long sent, long waiting, long lost, long rejected) {
    static final Count ZERO = new Count(0, 0, 0, 0);

    Count plus(Count o) {
      return new Count(sent + o.sent, waiting + o.waiting, lost + o.lost, rejected + o.rejected);
    }
  }
}

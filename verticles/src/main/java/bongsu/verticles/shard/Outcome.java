package bongsu.verticles.shard;

/** What became of one event that was handed to its shard. */
public enum Outcome {
  /** Committed now. */
  ACCEPTED,
  /** Was committed before. */
  DUPLICATE,
  /** Refused before acknowledging, as there is more than can be kept. */
  OVERLOADED,
  /** Nobody could say; handing it over again is harmless. */
  UNAVAILABLE,
  /** The store does not take what is in it, alone or with others. */
  UNSTORABLE;

  private static final Outcome[] ALL = values();

  /** One character on the bus. */
  char code() {
    return (char) ('a' + ordinal());
  }

  static Outcome of(char code) {
    return ALL[code - 'a'];
  }
}

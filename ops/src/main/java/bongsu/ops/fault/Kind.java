package bongsu.ops.fault;

/** What the load clients send, told apart by the first letter of an event's id. */
enum Kind {
  /** A reading of no consequence. */
  READING('r'),
  /** A call, far from all others: its incident is its own. */
  CALL('c'),
  /** A reading beyond its rule's level: one alarm must come of it. */
  HIGH('h'),
  /** The reading that ends that alarm. */
  LOW('l'),
  /** A single spike, which a median of three overlooks: no alarm must come of it. */
  SPIKE('m'),
  /** At latitude 91: must be rejected. */
  BAD('b');

  private final char letter;

  Kind(char letter) {
    this.letter = letter;
  }

  String eventId(int number) {
    return letter + "" + number;
  }

  static Kind of(String eventId) {
    for (Kind kind : values()) if (kind.letter == eventId.charAt(0)) return kind;
    throw new IllegalArgumentException("no event of ours: " + eventId);
  }

  static int number(String eventId) {
    return Integer.parseInt(eventId.substring(1));
  }
}

package bongsu.ops.fault.simulate;

/** Mistakes in the wiring of owners and store, to prove that the simulation finds them. */
enum Planted {
  /** Fusion keeps how far it read before it commits what it read. */
  CURSOR_BEFORE_COMMIT,
  /** How far judging got is kept before the judgements. */
  CHECKPOINT_AHEAD,
  /** Who was replaced goes on writing. */
  NO_EPOCH_CHECK,
  /** What was delivered twice is judged twice. */
  DUPLICATE_JUDGED,
  /** Fusion looks only when it is told. */
  HINT_ONLY,
  /** Acknowledged before it is committed. */
  EARLY_ACK,
  /** Judging again writes again. */
  KEYS_NOT_UNIQUE,
  /** The next owner begins with empty rules. */
  MEMORY_LOST,
  /** The next owner goes by its own clock. */
  CLOCK_STEPS_BACK,
  /** The next owner tells by its own clock which closed incidents to remember. */
  FORGETS_BY_CLOCK
}

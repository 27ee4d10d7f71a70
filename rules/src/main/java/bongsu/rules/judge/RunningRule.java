package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;

/** A rule at work, with what it remembers of each thing. Belongs to one judge and its thread. */
interface RunningRule {
  /**
   * Judges an event of the rule's selections; adds what follows from it, and counts a {@link
   * RuleOutput#step} for each round of a loop that grows with things, zones or assets.
   */
  void judge(CityEvent event, RuleOutput out);

  /** How many things it remembers. */
  int remembered();

  /** Writes what it remembers into the object that is open. */
  void write(JsonText json);

  /** Takes over what {@link #write} wrote, instead of what it remembers. */
  void restore(JsonNode state);
}

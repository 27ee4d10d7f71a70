package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A rule at work, with what it remembers of each thing. Belongs to one judge and its thread. */
interface RunningRule {
  /** Judges an event of the rule's selections; adds what follows from it. */
  void judge(CityEvent event, List<Judgement> out);

  /** Writes what it remembers into the object that is open. */
  void write(JsonText json);

  /** Takes over what {@link #write} wrote, instead of what it remembers. */
  void restore(JsonNode state);
}

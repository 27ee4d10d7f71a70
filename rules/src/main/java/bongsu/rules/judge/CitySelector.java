package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Picks the events the rules of city scope want, by each selection's own {@link Thinning}. */
final class CitySelector {
  private final Map<String, Thinning> thinnings = new LinkedHashMap<>();
  private final Dispatch<Thinning> dispatch;

  CitySelector(List<Rule> rules, Surroundings city) {
    List<Dispatch.Listener<Thinning>> listeners = new ArrayList<>();
    for (Rule rule : rules) {
      for (int i = 0; i < rule.selections().size(); i++) {
        Selection selection = rule.selections().get(i);
        Thinning thinning = new Thinning(new Aim(selection, city.assets()), city);
        thinnings.put(rule.head().id() + "/" + i, thinning);
        listeners.add(new Dispatch.Listener<>(selection, thinning));
      }
    }
    dispatch = new Dispatch<>(listeners);
  }

  /** Whether any rule wants the event; all that care are asked, as each remembers. */
  boolean wants(CityEvent event) {
    boolean wanted = false;
    for (Object thinning : dispatch.listenersTo(event))
      wanted |= ((Thinning) thinning).wants(event);
    return wanted;
  }

  void write(JsonText json) {
    json.open("selected");
    thinnings.forEach((id, thinning) -> {
      String state = Checkpoint.object(thinning::write);
      if (!state.equals("{}")) json.raw(id, state);
    });
    json.close();
  }

  void restore(JsonNode checkpoint) {
    thinnings.forEach(
        (id, thinning) -> thinning.restore(checkpoint.path("selected").path(id)));
  }
}

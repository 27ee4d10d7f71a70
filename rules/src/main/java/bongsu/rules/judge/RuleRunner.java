package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of one scope at work. */
final class RuleRunner {
  private final Map<Rule, RunningRule> running = new LinkedHashMap<>();
  private final Dispatch<RunningRule> dispatch;

  RuleRunner(List<Rule> rules, Surroundings city) {
    List<Dispatch.Listener<RunningRule>> listeners = new ArrayList<>();
    for (Rule rule : rules) {
      RunningRule started = rule.start(city);
      running.put(rule, started);
      for (Selection selection : rule.selections())
        listeners.add(new Dispatch.Listener<>(selection, started));
    }
    dispatch = new Dispatch<>(listeners);
  }

  void judge(CityEvent event, List<Judgement> out) {
    for (Object rule : dispatch.listenersTo(event)) ((RunningRule) rule).judge(event, out);
  }

  /** Writes {@code "rules":{id:{"kind":…,"state":{…}}}}, leaving out those without state. */
  void write(JsonText json) {
    json.open("rules");
    running.forEach((rule, started) -> {
      String state = Checkpoint.object(started::write);
      if (state.equals("{}")) return;
      json.open(rule.head().id()).put("kind", rule.kind()).raw("state", state).close();
    });
    json.close();
  }

  /** Takes over the state of the rules that are still there and of the same kind. */
  void restore(JsonNode checkpoint) {
    running.forEach((rule, started) -> {
      JsonNode saved = checkpoint.path("rules").path(rule.head().id());
      boolean fits = saved.path("kind").asText().equals(rule.kind());
      started.restore(fits ? saved.path("state") : Checkpoint.NOTHING);
    });
  }
}

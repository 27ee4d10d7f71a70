package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules at work, each within its budget; knows which are switched off. */
final class RuleRunner {
  private final Map<String, GuardedRule> byName = new LinkedHashMap<>();
  private final Dispatch<GuardedRule> dispatch;
  private final List<RuleFailedException> failed = new ArrayList<>();

  private RuleRunner(Map<String, GuardedRule> byName, List<Dispatch.Listener<GuardedRule>> who) {
    this.byName.putAll(byName);
    this.dispatch = new Dispatch<>(who);
  }

  /** Rules that judge. */
  static RuleRunner judging(List<Rule> rules, Surroundings city, RuleWatch watch) {
    Map<String, GuardedRule> byName = new LinkedHashMap<>();
    List<Dispatch.Listener<GuardedRule>> listeners = new ArrayList<>();
    for (Rule rule : rules) {
      GuardedRule guarded = new GuardedRule(rule, rule.start(city), watch);
      byName.put(rule.head().id(), guarded);
      for (Selection selection : rule.selections())
        listeners.add(new Dispatch.Listener<>(selection, guarded));
    }
    return new RuleRunner(byName, listeners);
  }

  /** City rules as a shard runs them: each selection picks the events its rule shall judge. */
  static RuleRunner selecting(List<Rule> rules, Surroundings city, RuleWatch watch) {
    Map<String, GuardedRule> byName = new LinkedHashMap<>();
    List<Dispatch.Listener<GuardedRule>> listeners = new ArrayList<>();
    for (Rule rule : rules) {
      for (int i = 0; i < rule.selections().size(); i++) {
        Selection selection = rule.selections().get(i);
        Thinning thinning = new Thinning(new Aim(selection, city.assets()), city);
        GuardedRule guarded = new GuardedRule(rule, thinning, watch);
        byName.put(rule.head().id() + "/" + i, guarded);
        listeners.add(new Dispatch.Listener<>(selection, guarded));
      }
    }
    return new RuleRunner(byName, listeners);
  }

  /** Every rule that cares judges; one that fails keeps no other from it. */
  void judge(CityEvent event, RuleOutput out) {
    failed.clear();
    for (Object rule : dispatch.listenersTo(event)) ((GuardedRule) rule).judge(event, out, failed);
  }

  /** Why rules failed on the last event; most often empty. */
  List<RuleFailedException> failed() {
    return failed;
  }

  /** Ids of the rules that are switched off, in the order they are judged. */
  List<String> listOff() {
    return byName.values().stream()
        .filter(GuardedRule::isOff)
        .map(rule -> rule.rule().head().id())
        .distinct()
        .toList();
  }

  /** Writes {@code {name:{"kind":…,"state":{…}}}}, leaving out those without state. */
  void writeStates(JsonText json) {
    byName.forEach((name, rule) -> {
      String state = Checkpoint.object(rule.running()::write);
      if (state.equals("{}")) return;
      json.open(name).put("kind", rule.rule().kind()).raw("state", state).close();
    });
  }

  /** Writes {@code {name:state}}, leaving out those without state. */
  void writeBareStates(JsonText json) {
    byName.forEach((name, rule) -> {
      String state = Checkpoint.object(rule.running()::write);
      if (!state.equals("{}")) json.raw(name, state);
    });
  }

  /** Writes {@code "failures":{name:{…}}} of all these runners, nothing while there are none. */
  static void writeFailures(JsonText json, RuleRunner... runners) {
    String failures = Checkpoint.object(fields -> {
      for (RuleRunner runner : runners)
        runner.byName.forEach((name, rule) -> rule.writeFailures(name, fields));
    });
    if (!failures.equals("{}")) json.raw("failures", failures);
  }

  /** Takes over the state of the rules that are still there and of the same kind. */
  void restoreStates(JsonNode states) {
    byName.forEach((name, rule) -> {
      boolean fits = states.path(name).path("kind").asText().equals(rule.rule().kind());
      rule.running().restore(fits ? states.path(name).path("state") : Checkpoint.NOTHING);
    });
  }

  void restoreBareStates(JsonNode states) {
    byName.forEach((name, rule) -> rule.running().restore(states.path(name)));
  }

  /** After the states: a rule that is switched off has none. */
  void restoreFailures(JsonNode checkpoint) {
    JsonNode failures = checkpoint.path("failures");
    byName.forEach((name, rule) -> rule.restoreFailures(failures.path(name)));
  }
}

package bongsu.rules.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All rules of a city, swapped whole. In the order they are judged: priority, then id. */
public final class RuleSet {
  private final List<Rule> rules;

  RuleSet(List<Rule> rules) {
    this.rules = rules.stream()
        .sorted(Comparator.comparing((Rule r) -> -r.head().priority())
            .thenComparing(r -> r.head().id()))
        .toList();
  }

  /** A city without rules. */
  public static RuleSet none() {
    return new RuleSet(List.of());
  }

  public List<Rule> listRules() {
    return rules;
  }

  public Optional<Rule> find(String ruleId) {
    return rules.stream().filter(r -> r.head().id().equals(ruleId)).findFirst();
  }

  List<Rule> listOf(Scope scope) {
    return rules.stream().filter(r -> r.scope() == scope).toList();
  }
}

package bongsu.rules.judge;

import java.util.List;
import java.util.function.Function;

/**
 * A rule as its file tells it. Immutable; what it remembers of things is in the {@link RunningRule}
 * each judge starts from it.
 */
public final class Rule {
  private final RuleHead head;
  private final String kind;
  private final Scope scope;
  private final List<Selection> selections;
  private final Function<Surroundings, RunningRule> starter;

  /** @param selections the events it must see; its own {@code on} first */
  Rule(
      RuleHead head,
      RuleKind kind,
      List<Selection> selections,
      Function<Surroundings, RunningRule> starter) {
    this.head = head;
    this.kind = kind.name();
    this.scope = kind.scope();
    this.selections = List.copyOf(selections);
    this.starter = starter;
  }

  public RuleHead head() {
    return head;
  }

  /** As in the file: {@code threshold}, {@code fence}, {@code near}. */
  public String kind() {
    return kind;
  }

  public Scope scope() {
    return scope;
  }

  List<Selection> selections() {
    return selections;
  }

  RunningRule start(Surroundings city) {
    return starter.apply(city);
  }
}

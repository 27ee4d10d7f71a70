package bongsu.rules.judge;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files that cannot be used, with all that is wrong in them at once. */
public final class RuleFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<RuleProblem> problems;

  RuleFileException(List<RuleProblem> problems) {
    super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** In the order of files and lines. */
  public List<RuleProblem> problems() {
    return problems;
  }
}

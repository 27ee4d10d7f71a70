package bongsu.rules.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of rules there are. */
final class RuleKinds {
  private static final List<RuleKind> ALL = List.of(new Threshold(), new Fence(), new Near());

  private RuleKinds() {}

  static Optional<RuleKind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  static String allowed() {
    return ALL.stream().map(RuleKind::name).collect(Collectors.joining(", "));
  }
}

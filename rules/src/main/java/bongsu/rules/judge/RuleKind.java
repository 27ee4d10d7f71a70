package bongsu.rules.judge;

import org.jspecify.annotations.Nullable;

/**
 * One kind of rule: how its part of a file is read and what it becomes. A new kind is one class
 * that implements this and one entry in {@link RuleKinds}.
 */
interface RuleKind {
  /** The {@code kind:} in a file. */
  String name();

  Scope scope();

  /**
   * Reads the kind's own fields, {@code on} and {@code message} included. Mistakes are noted in the
   * fields; the rule returned is used only when there are none.
   *
   * @return null when a mistake leaves unknown which other fields are right
   */
  @Nullable
  Rule read(RuleHead head, RuleFields fields);
}

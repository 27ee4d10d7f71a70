package bongsu.rules.judge;

/**
 * One mistake in a rule file, in words its author can act on.
 *
 * @param line from 1
 * @param field such as {@code rules[2].on.quantity}, empty when the whole file is at fault
 * @param right what would be right
 */
public record RuleProblem(String file, int line, String field, String wrong, String right) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + wrong + "; " + right;
  }
}

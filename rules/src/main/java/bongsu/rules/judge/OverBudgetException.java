package bongsu.rules.judge;

/** A rule does more than one event is worth. */
final class OverBudgetException extends RuntimeException {
  OverBudgetException(String what) {
    super(what);
  }
}

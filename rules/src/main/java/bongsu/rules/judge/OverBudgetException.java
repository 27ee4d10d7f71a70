package bongsu.rules.judge;

/** A rule does more than one event is worth. */
final class OverBudgetException extends RuntimeException {
  private final String what;

  OverBudgetException(String what) {
    super(what);
    this.what = what;
  }

  /** What it does too much of. */
  String what() {
    return what;
  }
}

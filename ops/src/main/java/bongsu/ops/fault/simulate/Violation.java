package bongsu.ops.fault.simulate;

/** Something that must never happen has happened. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }

  static void unless(boolean holds, String what, Object... about) {
    if (!holds) throw new Violation(what.formatted(about));
  }
}

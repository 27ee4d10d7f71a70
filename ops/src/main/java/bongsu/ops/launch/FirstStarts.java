package bongsu.ops.launch;

import java.util.List;

/** What a new city is given, in this order. */
final class FirstStarts {
  /** Adding a step is adding it here. */
  static final List<FirstStart> ALL = List.of();

  private FirstStarts() {}
}

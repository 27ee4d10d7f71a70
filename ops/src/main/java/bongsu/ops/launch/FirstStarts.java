package bongsu.ops.launch;

import bongsu.ops.first.DemoCityAssets;
import bongsu.ops.first.FirstAdministrator;
import bongsu.ops.first.SimulatorTokens;
import java.util.List;

/** What a new city is given, in this order. */
final class FirstStarts {
  /** Adding a step is adding it here. */
  static final List<FirstStart> ALL =
      List.of(new FirstAdministrator(), new DemoCityAssets(), new SimulatorTokens());

  private FirstStarts() {}
}

package bongsu.ops.fault.simulate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One simulation and what came of it; the same run gives the same trial. */
record Trial(Run run, Tally tally, @Nullable Violation violation) {
  private static final double SHORT_HOURS = 0.05;

  static Trial of(Run run) {
    World world = new World(run);
    try {
      return new Trial(run, world.live(), null);
    } catch (Violation e) {
      return new Trial(run, Tally.NOTHING, e);
    }
  }

  Optional<Violation> findViolation() {
    return Optional.ofNullable(violation);
  }

  /** The shortest run that fails, found by halving; shorter ones between may fail as well. */
  Run shortest() {
    double passes = 0;
    double fails = run.hours();
    while (fails - passes > SHORT_HOURS) {
      double middle = (passes + fails) / 2;
      if (of(run.cutTo(middle)).violation == null) passes = middle;
      else fails = middle;
    }
    return run.cutTo(fails);
  }
}

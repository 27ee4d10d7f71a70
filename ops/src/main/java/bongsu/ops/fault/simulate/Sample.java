package bongsu.ops.fault.simulate;

import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentChangeJson;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.rules.owner.NumberedInput;

/**
 * Which rows are written and read again as the real store does it. The others are handed over as
 * they are: that takes a tenth of the time, and what is immutable stays what it was.
 */
final class Sample {
  private static final int ONE_IN = 8;

  private Sample() {}

  static boolean has(long no) {
    return no % ONE_IN == 0;
  }

  static NumberedInput kept(NumberedInput input) {
    if (!has(input.no())) return input;
    String body = FusionInputJson.write(input.input());
    return new NumberedInput(input.no(), input.at(), FusionInputJson.read(body));
  }

  static IncidentChange kept(IncidentChange change) {
    return has(change.seq()) ? IncidentChangeJson.read(IncidentChangeJson.write(change)) : change;
  }

  /** Whether two changes say the same, and write it in the same way when they are in the sample. */
  static boolean isSame(IncidentChange a, IncidentChange b) {
    if (a.seq() != b.seq() || !has(a.seq())) return a.equals(b);
    return IncidentChangeJson.write(a).equals(IncidentChangeJson.write(b));
  }
}

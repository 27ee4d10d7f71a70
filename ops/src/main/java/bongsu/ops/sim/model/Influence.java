package bongsu.ops.sim.model;

import bongsu.core.asset.Sensor;
import java.time.Instant;

/** Something that changes what some sensors measure: a flood, a fire. */
public interface Influence {
  /**
   * @param usual the value without it, in the quantity's unit
   * @return the value with it; {@code usual} for a sensor it does not concern
   */
  double on(Sensor sensor, Instant at, double usual);
}

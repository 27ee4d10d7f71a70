package bongsu.core.event;

/** What is refused last when the city sends more than can be kept: P3 first, P0 when all is full. */
public enum Lane {
  /** Calls, help signals, operator commands: refused only at the last limit of memory. */
  P0,
  /** Camera events and disaster sensors. */
  P1,
  /** Positions and signals. */
  P2,
  /** Other telemetry. */
  P3
}

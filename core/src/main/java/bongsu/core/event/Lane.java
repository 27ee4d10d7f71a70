package bongsu.core.event;

/** What is refused last when the city sends more than can be kept: P0 never, P3 first. */
public enum Lane {
  /** Calls, help signals, operator commands: never refused. */
  P0,
  /** Camera events and disaster sensors. */
  P1,
  /** Positions and signals. */
  P2,
  /** Other telemetry. */
  P3
}

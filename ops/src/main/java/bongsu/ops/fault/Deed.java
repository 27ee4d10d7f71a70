package bongsu.ops.fault;

import java.util.Locale;

/** What is done to a process, by the signal of that name. */
enum Deed {
  /** As when the machine is lost. */
  KILL("KILL"),
  /** As in an upgrade: it is asked to end. */
  STOP("TERM"),
  /** Nothing of it moves, its connections stay; later it goes on as if nothing had been. */
  FREEZE("STOP");

  final String signal;

  Deed(String signal) {
    this.signal = signal;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package bongsu.ops.fault;

import java.util.List;

/** A way into the city, over one connection at a time. */
interface Feed extends AutoCloseable {
  /** Who is told what became of an event; any thread. */
  interface Told {
    /** @param outcome UNKNOWN when no answer will come: it may be sent again */
    void on(Sent event, Outcome outcome);
  }

  /** Each event's outcome is told once, now or later. */
  void send(List<Sent> events) throws InterruptedException;

  /** Events without an outcome yet. */
  int waiting();

  @Override
  void close();
}

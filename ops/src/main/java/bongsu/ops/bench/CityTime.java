package bongsu.ops.bench;

import bongsu.core.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The city's time as the live socket last told it, going on by itself; until then the real time.
 * Any thread may ask.
 */
final class CityTime {
  private record Told(Instant at, double rate, long whenNs) {}

  private volatile Told told = new Told(Instant.now(), 1, System.nanoTime());

  /** The city said its time. */
  void on(Instant at, double rate) {
    told = new Told(at, rate, System.nanoTime());
  }

  void on(Instant at) {
    on(at, told.rate);
  }

  Instant now() {
    Told last = told;
    return last.at.plusNanos(Math.round((System.nanoTime() - last.whenNs) * last.rate));
  }

  /** Now as 24 bytes of text, such as {@code 2026-08-06T05:50:00.000Z}. */
  byte[] text() {
    return JsonText.time(now()).getBytes(StandardCharsets.US_ASCII);
  }
}

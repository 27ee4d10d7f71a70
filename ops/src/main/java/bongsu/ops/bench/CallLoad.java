package bongsu.ops.bench;

import bongsu.core.event.CallReport;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.EventWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Calls over HTTP, five a second, one after the other; each sent once. Any thread may ask. */
final class CallLoad implements AutoCloseable {
  private static final long EVERY_MS = 200;
  private static final long LONGEST_US = 60_000_000L;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Thread thread = new Thread(this::run, "calls");
  private final URI events;
  private final String token;
  private final String source;
  private long startNs = System.nanoTime();
  private long due;
  private Histogram ackUs = new Histogram(LONGEST_US, 3);
  private long accepted;
  private long refused;
  private long number;
  private volatile boolean over;

  /** @param ackUs from when a call should have been sent to its acknowledgement */
  record Figures(Histogram ackUs, long refused) {}

  CallLoad(URI url, String token, String source) {
    this.events = url.resolve("/api/v1/events");
    this.token = token;
    this.source = source;
    thread.start();
  }

  private void run() {
    while (!over) {
      long intendedNs = nextNs();
      while (System.nanoTime() < intendedNs) LockSupport.parkNanos(intendedNs - System.nanoTime());
      send(intendedNs);
    }
  }

  private void send(long intendedNs) {
    HttpRequest request = HttpRequest.newBuilder(events)
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofString(call(++number)))
        .build();
    try {
      onAnswer(http.send(request, BodyHandlers.discarding()).statusCode() == 200, intendedNs);
    } catch (IOException e) {
      onAnswer(false, intendedNs);
    } catch (InterruptedException stopped) {
      over = true;
    }
  }

  private synchronized long nextNs() {
    return startNs + TimeUnit.MILLISECONDS.toNanos(EVERY_MS) * due++;
  }

  /** One that was due before {@link #measureAnew} is not of those that are measured now. */
  private synchronized void onAnswer(boolean taken, long intendedNs) {
    if (taken) accepted++;
    if (intendedNs < startNs) return;
    if (!taken) refused++;
    long us = (System.nanoTime() - intendedNs) / 1_000;
    if (taken) ackUs.recordValue(Math.max(0, Math.min(LONGEST_US, us)));
  }

  private String call(long n) {
    String json = ("{\"type\":\"CallReport\",\"source\":\"%s\",\"eventId\":\"call-%d\","
            + "\"observedAt\":\"%s\",\"agency\":\"119\",\"receiptNo\":\"call-%d\",\"revision\":1,"
            + "\"callType\":\"rescue\",\"exercise\":true,\"position\":{\"latDeg\":%s,\"lonDeg\":%s}}")
        .formatted(source, n, Instant.now(), n, 37.2 + n % 20 * 0.005, 126.9 + n / 20 % 20 * 0.005);
    return EventWriter.full((CallReport) EventDecoder.decodeOwn(json));
  }

  /** What came of the calls since the last time; what was late then is late no more. */
  synchronized Figures measureAnew() {
    Figures figures = new Figures(ackUs, refused);
    ackUs = new Histogram(LONGEST_US, 3);
    refused = 0;
    due = 0;
    startNs = System.nanoTime();
    return figures;
  }

  /** In the whole run. */
  synchronized long accepted() {
    return accepted;
  }

  /** Returns once the last one is answered. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
  }
}

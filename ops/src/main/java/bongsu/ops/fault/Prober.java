package bongsu.ops.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Sends one call, as impatiently as a person, and waits until it is an incident. */
final class Prober implements AutoCloseable {
  static final String SOURCE = "probe";
  private static final Duration ANSWER = Duration.ofMillis(1_000);
  private static final long GIVE_UP_MS = 90_000;
  private static final String INCIDENT =
      "select 1 from incident_change where seq > ? and body like ?";

  private final FaultCity city;
  private final ClientLog log;
  private final LoadStats stats;
  private final Events events;
  private final URI address;
  private final String token;
  private long seenSeq;

  /** @param client number of its calls' places */
  Prober(FaultCity city, ClientLog log, LoadStats stats, int client) {
    this.city = city;
    this.log = log;
    this.stats = stats;
    this.events = new Events(SOURCE, client);
    this.address = URI.create(city.url() + "/api/v1/events");
    this.token = city.token(SOURCE, java.util.Set.of(SOURCE));
  }

  /** @return how long it took from {@code sinceNs} until its incident was there, ms; empty if never */
  synchronized OptionalLong probe(long sinceNs) throws IOException, InterruptedException {
    Sent call = events.call();
    log.sending(List.of(call));
    stats.sent.incrementAndGet();
    if (!Patience.until(GIVE_UP_MS, () -> post(call))) return OptionalLong.empty();
    log.outcome(call, Outcome.OK);
    stats.on(call, Outcome.OK);
    if (!Patience.until(GIVE_UP_MS, () -> isIncident(call))) return OptionalLong.empty();
    return OptionalLong.of((System.nanoTime() - sinceNs) / 1_000_000);
  }

  /** A connection of its own each time: the one before may lead to a node that does not move. */
  private boolean post(Sent call) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address)
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofString(call.json()))
        .build();
    HttpClient http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(ANSWER)
        .build();
    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  private boolean isIncident(Sent call) throws Exception {
    try (Connection store = city.store();
        PreparedStatement query = store.prepareStatement(INCIDENT)) {
      query.setLong(1, seenSeq);
      query.setString(2, "%\"source\":\"" + SOURCE + "\",\"eventId\":\"" + call.eventId() + "\"%");
      return query.executeQuery().next();
    }
  }

  /** Incidents up to this change are not looked at any more. */
  void startAfter(long seq) {
    seenSeq = seq;
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}

package bongsu.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Batches over HTTP, each connection sending its next when the last was answered. */
final class HttpLoad {
  static final int CONNECTIONS = 8;
  static final int EVENTS = 500;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_US = 120_000_000L;

  private final URI events;
  private final String token;
  private final String source;
  private final String run;
  private final CityTime cityTime;

  /** @param run tells this run's event ids from those of others */
  HttpLoad(URI url, String token, String source, String run, CityTime cityTime) {
    this.events = URI.create(url + "/api/v1/events");
    this.token = token;
    this.source = source;
    this.run = run;
    this.cityTime = cityTime;
  }

  /** @param requestUs time of a request of {@link #EVENTS} */
  record Figures(double acceptedPerS, long accepted, long refusedRequests, Histogram requestUs) {}

  Figures send(double seconds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long startNs = System.nanoTime();
      long endNs = startNs + Math.round(seconds * 1e9);
      List<Callable<Line>> lines = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Line line = new Line(new Telemetry(source, run + "h" + i));
        lines.add(() -> line.sendUntil(endNs));
      }
      return sum(threads.invokeAll(lines), startNs);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Figures sum(List<Future<Line>> lines, long startNs) throws Exception {
    double seconds = (System.nanoTime() - startNs) / 1e9;
    Histogram requestUs = new Histogram(LONGEST_US, 3);
    long accepted = 0;
    long refused = 0;
    for (Future<Line> line : lines) {
      accepted += line.get().accepted;
      refused += line.get().refused;
      requestUs.add(line.get().requestUs);
    }
    return new Figures(accepted / seconds, accepted, refused, requestUs);
  }

  /** One connection, which a client of its own keeps to one. */
  private final class Line {
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Telemetry telemetry;
    private final Histogram requestUs = new Histogram(LONGEST_US, 3);
    private long accepted;
    private long refused;

    Line(Telemetry telemetry) {
      this.telemetry = telemetry;
    }

    Line sendUntil(long endNs) throws IOException, InterruptedException {
      while (System.nanoTime() < endNs) {
        HttpRequest request = request();
        long sentNs = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        requestUs.recordValue(Math.min(LONGEST_US, (System.nanoTime() - sentNs) / 1_000));
        onAnswer(answer);
      }
      return this;
    }

    private HttpRequest request() {
      byte[] time = cityTime.text();
      StringJoiner body = new StringJoiner(",", "[", "]");
      for (int i = 0; i < EVENTS; i++) body.add(telemetry.nextJson(time));
      return HttpRequest.newBuilder(events)
          .header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(body.toString()))
          .build();
    }

    private void onAnswer(HttpResponse<String> answer) throws IOException, InterruptedException {
      JsonNode body = JSON.readTree(answer.body());
      accepted += body.path("accepted").asLong();
      if (answer.statusCode() == 200) return;
      refused++;
      if (answer.statusCode() != 429 && answer.statusCode() != 503)
        throw new IOException("the city answered " + answer.statusCode() + ": " + answer.body());
      Thread.sleep(200);
    }
  }
}

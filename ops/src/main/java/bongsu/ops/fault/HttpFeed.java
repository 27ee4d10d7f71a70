package bongsu.ops.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Batches over HTTP, each sent when the one before was answered. */
final class HttpFeed implements Feed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();
  private final URI events;
  private final String token;
  private final Told told;

  HttpFeed(URI events, String token, Told told) {
    this.events = events;
    this.token = token;
    this.told = told;
  }

  @Override
  public void send(List<Sent> batch) throws InterruptedException {
    String body = batch.stream().map(Sent::json).collect(Collectors.joining(",", "[", "]"));
    HttpRequest request = HttpRequest.newBuilder(events)
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
    try {
      onAnswer(batch, http.send(request, BodyHandlers.ofString()));
    } catch (IOException gone) {
      batch.forEach(event -> told.on(event, Outcome.UNKNOWN));
      Thread.sleep(100);
    }
  }

  /**
   * 503, and 429 to more than one event, say that some were not kept, but not which: all may be
   * sent again.
   */
  private void onAnswer(List<Sent> batch, HttpResponse<String> answer)
      throws IOException, InterruptedException {
    if (answer.statusCode() == 200 || answer.statusCode() == 400) {
      Set<Integer> rejected = rejected(JSON.readTree(answer.body()));
      for (int i = 0; i < batch.size(); i++)
        told.on(batch.get(i), rejected.contains(i) ? Outcome.REJECTED : Outcome.OK);
      return;
    }
    boolean refused = answer.statusCode() == 429 && batch.size() == 1;
    batch.forEach(event -> told.on(event, refused ? Outcome.REFUSED : Outcome.UNKNOWN));
    Thread.sleep(100);
  }

  private static Set<Integer> rejected(JsonNode answer) throws IOException {
    if (!answer.has("accepted")) throw new IOException("not understood: " + answer);
    Set<Integer> indices = new HashSet<>();
    for (JsonNode one : answer.path("rejected")) indices.add(one.path("index").asInt());
    return indices;
  }

  @Override
  public int waiting() {
    return 0;
  }

  @Override
  public void close() {
    // Its connection ends when nobody uses it any more.
  }
}

package bongsu.ops.client;

import bongsu.ops.launch.LaunchException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /api/v1/events}, waiting for each answer so that events arrive in order. Waits and
 * sends again when the city is overloaded or away; what it took already is then a duplicate.
 */
public final class EventPost {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private final URI events;
  private final String token;
  private final Duration patience;
  private boolean answered;

  /**
   * @param url of the city
   * @param patience how long a request may be refused before we give up
   */
  public EventPost(URI url, String token, Duration patience) {
    this.events = URI.create(url + "/api/v1/events");
    this.token = token;
    this.patience = patience;
  }

  /** @param rejected reasons with their field, and how often */
  public record Answer(int accepted, int duplicates, Map<String, Integer> rejected) {
    public Answer {
      rejected = Map.copyOf(rejected);
    }

    public int rejectedCount() {
      return rejected.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * @param bodies events as JSON
   * @throws LaunchException when the token is refused, or patience is at its end
   */
  public Answer post(List<String> bodies) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(events)
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("[" + String.join(",", bodies) + "]"))
        .build();
    long givesUpNs = System.nanoTime() + patience.toNanos();
    Duration wait = FIRST_WAIT;
    while (true) {
      Reply reply = send(request);
      if (reply.isFinal()) return answer(reply);
      if (System.nanoTime() > givesUpNs)
        throw new LaunchException(
            "the city at " + events + " does not take events: " + reply.why());
      Thread.sleep((reply.isAnswer() ? reply.retryAfter(wait) : wait).toMillis());
      wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
    }
  }

  private Reply send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      answered = true;
      return new Reply(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Retry-After").orElse(""));
    } catch (ConnectException e) {
      if (!answered) throw new LaunchException("no city answers at " + events.getAuthority(), e);
      return new Reply(0, "no connection", "");
    } catch (IOException e) {
      return new Reply(0, String.valueOf(e), "");
    }
  }

  private Answer answer(Reply reply) {
    JsonNode body = json(reply.body());
    if (body.path("accepted").isInt()) return counts(body);
    String detail = body.path("detail").asText(reply.body());
    throw new LaunchException(
        switch (reply.status()) {
          case 401 ->
            "the token is not known to the city at " + events.getAuthority()
                + ", or revoked or expired";
          case 403 -> "the token does not allow this: " + detail;
          default -> "the city answered " + reply.status() + ": " + detail;
        });
  }

  private static Answer counts(JsonNode body) {
    Map<String, Integer> rejected = new TreeMap<>();
    for (JsonNode one : body.path("rejected"))
      rejected.merge(
          (one.path("field").asText() + " " + one.path("reason").asText()).strip(),
          1,
          Integer::sum);
    return new Answer(body.path("accepted").asInt(), body.path("duplicates").asInt(), rejected);
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** @param status 0 when there was no answer */
  private record Reply(int status, String body, String retryAfterS) {
    boolean isAnswer() {
      return status != 0;
    }

    boolean isFinal() {
      return status != 0 && status != 429 && status < 500;
    }

    String why() {
      return isAnswer() ? "it answers " + status : body;
    }

    Duration retryAfter(Duration otherwise) {
      return retryAfterS.matches("\\d{1,4}")
          ? Duration.ofSeconds(Long.parseLong(retryAfterS))
          : otherwise;
    }
  }
}

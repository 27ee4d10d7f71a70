package bongsu.ops.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Speaks HTTP to a city, a new connection whenever the one before was lost. */
final class CityClient {
  static final ObjectMapper JSON = new ObjectMapper();

  /** @param text as it came, byte for byte */
  record Reply(int status, String text, JsonNode json) {}

  private final HttpClient http;
  private final String root;
  private final String token;

  /** @param token empty for none */
  CityClient(RunningCity city, String token) {
    this.http = city.httpClient();
    this.root = city.url();
    this.token = token;
  }

  Reply get(String path) {
    return send(request(path).GET().build());
  }

  Reply post(String path, byte[] body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(body)).build());
  }

  Reply post(String path, JsonNode body) {
    return post(path, bytes(body));
  }

  Reply sendEvents(JsonNode... events) {
    return post(
        "/api/v1/events", events.length == 1 ? events[0] : JSON.valueToTree(List.of(events)));
  }

  /** The incident that holds a receipt, as its page would show it. */
  JsonNode detail(String incidentId) {
    return get("/api/v1/incidents/" + incidentId).json();
  }

  static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), parsed(response.body()));
    } catch (IOException e) {
      return new Reply(0, e.toString(), MissingNode.getInstance());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return text.startsWith("{") ? JSON.readTree(text) : MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

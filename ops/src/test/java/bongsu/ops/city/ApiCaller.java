package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.contract.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Calls a city and holds every answer against {@code openapi.yaml}: status, type, body. */
final class ApiCaller {
  private static final JsonNode API = Contract.read("openapi.yaml");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code getCity 200} for every answer that came, of all callers. */
  static final Set<String> SEEN = new ConcurrentSkipListSet<>();

  private final String root;
  private final Map<String, String> credentials;

  /** @param credentials headers sent with each request */
  ApiCaller(RunningCity city, Map<String, String> credentials) {
    this.root = "http://127.0.0.1:" + city.httpPort;
    this.credentials = credentials;
  }

  /** Signed in as the first administrator, as a page would be. */
  static ApiCaller administrator(RunningCity city) throws Exception {
    ApiCaller nobody = new ApiCaller(city, Map.of());
    HttpResponse<String> answer = nobody.call(
        "signIn",
        "/api/v1/session",
        "{\"name\":\"admin\",\"password\":\"" + city.adminPassword() + "\"}");
    assertEquals(204, answer.statusCode());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new ApiCaller(
        city, Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')), "Origin", nobody.root));
  }

  static ApiCaller bearer(RunningCity city, String token) {
    return new ApiCaller(city, Map.of("Authorization", "Bearer " + token));
  }

  JsonNode json(int status, String operation, String path, String body, String... headers)
      throws Exception {
    HttpResponse<String> answer = call(operation, path, body, headers);
    assertEquals(status, answer.statusCode(), operation + " " + path + ": " + answer.body());
    return answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.nullNode();
  }

  /**
   * Calls an operation and checks what came back.
   *
   * @param body empty for none
   * @param headers name, value, …
   */
  HttpResponse<String> call(String operation, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
        .method(methodOf(operation, path), BodyPublishers.ofString(body));
    credentials.forEach(request::header);
    if (headers.length > 0) request.headers(headers);
    HttpResponse<String> answer =
        HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    check(operation, answer);
    SEEN.add(operation + " " + answer.statusCode());
    return answer;
  }

  /** The method by which an operation is called; its path must be one of that operation's. */
  private static String methodOf(String operation, String path) {
    for (var described : API.path("paths").properties())
      for (var method : described.getValue().properties())
        if (method.getValue().path("operationId").asText().equals(operation)) {
          String pattern = described.getKey().replaceAll("\\{\\w+}", "[^/]+");
          assertTrue(path.split("\\?", 2)[0].matches(pattern), path + " is not " + operation);
          return method.getKey().toUpperCase(java.util.Locale.ROOT);
        }
    throw new IllegalArgumentException("no operation " + operation);
  }

  static JsonNode operation(String id) {
    for (JsonNode path : API.path("paths"))
      for (JsonNode operation : path)
        if (operation.path("operationId").asText().equals(id)) return operation;
    throw new IllegalArgumentException("no operation " + id);
  }

  private static void check(String operation, HttpResponse<String> answer) throws Exception {
    String what = operation + " " + answer.statusCode() + ": " + answer.body();
    JsonNode response = operation(operation).path("responses").path("" + answer.statusCode());
    assertFalse(response.isMissingNode(), "not described: " + what);
    if (response.has("$ref")) response = API.at(response.path("$ref").asText().substring(1));
    for (var header : response.path("headers").properties())
      assertTrue(answer.headers().firstValue(header.getKey()).isPresent(), what);
    JsonNode content = response.path("content");
    assertEquals(content.isEmpty(), answer.body().isEmpty(), what);
    if (content.isEmpty()) return;
    String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
    assertTrue(content.has(type), type + " of " + what);
    String schema = content.path(type).path("schema").path("$ref").asText();
    if (schema.startsWith("schemas/"))
      assertEquals(
          List.of(),
          Contract.strictObjections(
              schema.substring("schemas/".length(), schema.length() - ".json".length()),
              JSON.readTree(answer.body())),
          what);
  }
}

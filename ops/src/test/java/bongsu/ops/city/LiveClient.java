package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A screen: keeps every message of {@code /api/v1/live} in the order in which it came. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
  private final List<JsonNode> messages = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private long toldBytes;
  private long longestSilenceNs;
  private long heardAtNs = System.nanoTime();
  private volatile boolean closed;
  private volatile int closeCode;
  private volatile String closeReason = "";
  private WebSocket socket;

  /** Connects and watches everything, all anew. */
  static LiveClient open(RunningCity city) throws Exception {
    return open(city, "{\"watch\":{}}");
  }

  /** One healthy screen on each node, by its name. */
  static Map<String, LiveClient> oneOnEach(RunningCity city) throws Exception {
    Map<String, LiveClient> screens = new HashMap<>();
    while (screens.size() < 3) {
      LiveClient screen = LiveClient.open(city);
      LiveClient other = screens.put(screen.snapshot().path("node").asText(), screen);
      if (other != null) other.close();
    }
    return screens;
  }

  /** Comes back with the last number it has seen. */
  static LiveClient resume(RunningCity city, long since) throws Exception {
    return open(city, "{\"watch\":{},\"since\":" + since + "}");
  }

  private static LiveClient open(RunningCity city, String watch) throws Exception {
    return open(city, watch, "Authorization", "Bearer " + city.desk);
  }

  /** @param headers of the handshake: name, value, name, value, … */
  static LiveClient open(RunningCity city, String watch, String... headers) throws Exception {
    LiveClient client = knock(city, watch, headers);
    client.await("its snapshot", message -> true);
    assertTrue(
        client.snapshot().path("type").asText().equals("snapshot"), "first comes a snapshot");
    return client;
  }

  /** Connects and says a first message, good or not. */
  static LiveClient knock(RunningCity city, String message) throws Exception {
    return knock(city, message, "Authorization", "Bearer " + city.desk);
  }

  private static LiveClient knock(RunningCity city, String message, String... headers)
      throws Exception {
    LiveClient client = new LiveClient();
    WebSocket.Builder builder = city.httpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) builder.header(headers[i], headers[i + 1]);
    client.socket = builder
        .buildAsync(URI.create(city.url().replaceFirst("http", "ws") + "/api/v1/live"), client)
        .get(20, TimeUnit.SECONDS);
    client.socket.sendText(message, true).get(20, TimeUnit.SECONDS);
    return client;
  }

  /** Opens until some node answers. */
  static LiveClient reopen(RunningCity city, long since) {
    return Await.some("a node that takes the screen", () -> {
      try {
        return Optional.of(resume(city, since));
      } catch (TimeoutException | java.util.concurrent.ExecutionException gone) {
        return Optional.empty();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      keep(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  private synchronized void keep(String text) {
    toldBytes += text.length();
    longestSilenceNs = Math.max(longestSilenceNs, System.nanoTime() - heardAtNs);
    heardAtNs = System.nanoTime();
    try {
      messages.add(CityClient.JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String why) {
    closeCode = code;
    closeReason = why;
    closed = true;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable broken) {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** Code and reason with which the city closed it, once it has. */
  String awaitClose() {
    Await.until("the screen to be closed", this::isClosed);
    return closeCode + " " + closeReason;
  }

  /** Sends one more message. */
  void say(String text) throws Exception {
    socket.sendText(text, true).get(20, TimeUnit.SECONDS);
  }

  /** How much it was told, about; most is ASCII. */
  synchronized long toldBytes() {
    return toldBytes;
  }

  /** The longest time between two messages. */
  synchronized Duration longestSilence() {
    return Duration.ofNanos(longestSilenceNs);
  }

  synchronized List<JsonNode> messages() {
    return List.copyOf(messages);
  }

  JsonNode snapshot() {
    return messages().get(0);
  }

  /** The number to come back with. */
  long seq() {
    return messages().stream().mapToLong(m -> m.path("seq").asLong()).max().orElse(0);
  }

  /** Every summary that was told, in order. */
  List<JsonNode> incidents() {
    List<JsonNode> told = new ArrayList<>();
    for (JsonNode message : messages()) message.path("incidents").forEach(told::add);
    return told;
  }

  JsonNode await(String what, Predicate<JsonNode> wanted) {
    return Await.some(what, () -> messages().stream().filter(wanted).findFirst());
  }

  JsonNode awaitIncident(String what, Predicate<JsonNode> wanted) {
    return Await.some(
        what, () -> incidents().stream().filter(wanted).reduce((older, newer) -> newer));
  }

  /** Looks at the latest status only. */
  JsonNode awaitStatus(String what, Predicate<JsonNode> wanted) {
    return Await.some(what, () -> messages().stream()
        .map(message -> message.path("status"))
        .filter(JsonNode::isObject)
        .reduce((older, newer) -> newer)
        .filter(wanted));
  }

  @Override
  public void close() {
    socket.abort();
  }
}

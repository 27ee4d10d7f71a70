package bongsu.ops.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A page, all through the run: keeps what the live stream tells it of incidents, and comes back
 * with the last number it has seen whenever it loses its node. Any thread may ask.
 */
final class WatchingScreen implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECT_S = 5;

  private final URI live;
  private final String token;
  private final Map<String, JsonNode> incidents = new HashMap<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;
  private String node = "";
  private long seq;
  private boolean over;

  WatchingScreen(URI url, String token) {
    this.live = URI.create(url.toString().replaceFirst("http", "ws") + "/api/v1/live");
    this.token = token;
  }

  /** Connects; to be called again and again, as it does nothing while it is connected. */
  synchronized void connect() {
    if (socket != null || over) return;
    try {
      WebSocket open = HTTP.newWebSocketBuilder()
          .header("Authorization", "Bearer " + token)
          .buildAsync(live, this)
          .get(CONNECT_S, TimeUnit.SECONDS);
      part.setLength(0);
      socket = open;
      String since = seq == 0 ? "" : ",\"since\":" + seq;
      open.sendText("{\"watch\":{\"layers\":[\"incidents\"]}" + since + "}", true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception away) {
      // It tries again.
    }
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket from, CharSequence text, boolean last) {
    from.request(1);
    if (socket != null && from != socket) return null;
    part.append(text);
    if (last) onMessage();
    return null;
  }

  private void onMessage() {
    try {
      JsonNode message = JSON.readTree(part.toString());
      if (message.path("type").asText().equals("snapshot")) {
        node = message.path("node").asText();
        if (!message.path("resumed").asBoolean()) incidents.clear();
      }
      for (JsonNode one : message.path("incidents")) onIncident(one);
      seq = Math.max(seq, message.path("seq").asLong());
    } catch (IOException e) {
      throw new IllegalStateException("the live stream is no JSON: " + part, e);
    } finally {
      part.setLength(0);
    }
  }

  private void onIncident(JsonNode told) {
    JsonNode shown = incidents.get(told.path("id").asText());
    if (shown == null || shown.path("seq").asLong() < told.path("seq").asLong())
      incidents.put(told.path("id").asText(), told);
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
    if (from == socket) socket = null;
    return null;
  }

  @Override
  public synchronized void onError(WebSocket from, Throwable broken) {
    if (from == socket) socket = null;
  }

  /** The node it was last connected to; empty before the first snapshot. */
  synchronized String node() {
    return node;
  }

  /** What it shows, by incident id. */
  synchronized Map<String, JsonNode> shown() {
    return Map.copyOf(incidents);
  }

  @Override
  public synchronized void close() {
    over = true;
    if (socket != null) socket.abort();
  }
}

package bongsu.ops.bench;

import bongsu.core.geo.Position;
import bongsu.ops.launch.LaunchException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One live screen: when it is told of an incident, the alarm's subject is told so; it also says
 * what time it is in the city.
 */
final class LiveWatch implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Incidents come whatever the view is, so it is a view of nothing else. */
  private static final String WATCH =
      "{\"watch\":{\"bbox\":[0,0,0.001,0.001],\"layers\":[\"incidents\"]}}";

  private static final int READY_WITHIN_S = 30;

  private final AlarmSubjects alarms;
  private final CityTime cityTime;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable WebSocket socket;
  private volatile String ended = "";

  private LiveWatch(AlarmSubjects alarms, CityTime cityTime) {
    this.alarms = alarms;
    this.cityTime = cityTime;
  }

  /**
   * Watches from the first snapshot on.
   *
   * @throws LaunchException when the city refuses
   */
  static LiveWatch open(URI url, String token, AlarmSubjects alarms, CityTime cityTime)
      throws InterruptedException {
    LiveWatch watch = new LiveWatch(alarms, cityTime);
    URI live = URI.create(url.toString().replaceFirst("^http", "ws") + "/api/v1/live");
    try {
      watch.socket = HTTP.newWebSocketBuilder()
          .header("Authorization", "Bearer " + token)
          .buildAsync(live, watch)
          .get(READY_WITHIN_S, TimeUnit.SECONDS);
      watch.ready.get(READY_WITHIN_S, TimeUnit.SECONDS);
      return watch;
    } catch (ExecutionException | TimeoutException e) {
      throw new LaunchException("no live screen at " + live + ": " + watch.why(e), e);
    }
  }

  private String why(Exception e) {
    if (e instanceof TimeoutException)
      return "no " + (socket == null ? "answer" : "snapshot") + " within " + READY_WITHIN_S + " s";
    return e.getCause() instanceof WebSocketHandshakeException refused
        ? "it answers " + refused.getResponse().statusCode()
        : String.valueOf(e.getCause());
  }

  /** Why it sees nothing any more; empty while it does. */
  String ended() {
    return ended;
  }

  @Override
  public void onOpen(WebSocket opened) {
    opened.sendText(WATCH, true);
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    long atNs = System.nanoTime();
    text.append(part);
    if (last) {
      onMessage(text.toString(), atNs);
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void onMessage(String message, long atNs) {
    try {
      JsonNode json = JSON.readTree(message);
      boolean snapshot = json.path("type").asText().equals("snapshot");
      if (json.has("cityTime")) onTime(json);
      for (JsonNode incident : json.path("incidents")) onIncident(incident, snapshot, atNs);
      if (snapshot) ready.complete(true);
    } catch (JsonProcessingException e) {
      ended = "it was told what is not JSON";
    }
  }

  private void onTime(JsonNode json) {
    Instant at = Instant.parse(json.get("cityTime").asText());
    if (json.has("cityRate")) cityTime.on(at, json.get("cityRate").asDouble());
    else cityTime.on(at);
  }

  private void onIncident(JsonNode incident, boolean before, long atNs) {
    JsonNode place = incident.path("position");
    if (!place.isObject()) return;
    Position at =
        Position.of(place.path("latDeg").asDouble(), place.path("lonDeg").asDouble());
    String id = incident.path("id").asText();
    long count = incident.path("alarms").asLong();
    if (before) alarms.onIncidentBefore(id, at, count);
    else alarms.onIncident(id, at, count, atNs);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
    ended = "the city closed it: " + code + " " + why;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable broken) {
    ended = String.valueOf(broken);
    ready.completeExceptionally(broken);
  }

  @Override
  public void close() {
    if (socket != null) socket.abort();
  }
}

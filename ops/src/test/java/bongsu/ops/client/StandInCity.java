package bongsu.ops.client;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.wire.EventDecoder;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;

/**
 * The doors of a city as docs/interface.md says, with nothing behind them but a set of event ids:
 * for commands that send. Water deeper than 0.15 m opens an incident at its place.
 */
public final class StandInCity implements AutoCloseable {
  public static final String TOKEN = "feed.secret";
  public static final String CITY_TIME = "2020-08-06T05:50:00.000Z";

  private final Vertx vertx = Vertx.vertx();
  private final Set<String> kept = ConcurrentHashMap.newKeySet();
  private final List<CityEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentLinkedDeque<int[]> answersFirst = new ConcurrentLinkedDeque<>();
  private final List<ServerWebSocket> screens = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer http;
  private final MqttServer mqtt;
  private volatile Predicate<CityEvent> overloaded = event -> false;
  private int incidents;

  public StandInCity() throws Exception {
    http = await(vertx
        .createHttpServer()
        .requestHandler(this::onRequest)
        .webSocketHandler(this::onScreen)
        .listen(0, "127.0.0.1"));
    mqtt = await(MqttServer.create(vertx).endpointHandler(this::onConnect).listen(0, "127.0.0.1"));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + http.actualPort());
  }

  public int mqttPort() {
    return mqtt.actualPort();
  }

  /** All that was taken, in order, repeats left out. */
  public List<CityEvent> events() {
    return List.copyOf(events);
  }

  /** The next request gets this answer instead. @param retryAfterS below 0 for none */
  public void answerFirst(int status, int retryAfterS) {
    answersFirst.add(new int[] {status, retryAfterS});
  }

  /** Over MQTT these are refused as too much. */
  public void refuse(Predicate<CityEvent> which) {
    overloaded = which;
  }

  private void onRequest(HttpServerRequest request) {
    int[] first = answersFirst.poll();
    if (first != null) answer(request, first);
    else if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization")))
      request.response().setStatusCode(401).end("{\"status\":401,\"detail\":\"unknown token\"}");
    else request.body().onSuccess(body -> request.response().end(take(body.getBytes())));
  }

  private static void answer(HttpServerRequest request, int[] answer) {
    if (answer[1] >= 0) request.response().putHeader("Retry-After", String.valueOf(answer[1]));
    request.response().setStatusCode(answer[0]).end("{}");
  }

  private String take(byte[] body) {
    int accepted = 0;
    JsonArray rejected = new JsonArray();
    List<EventDecoder.Decoded> decoded = EventDecoder.decodeRequest(body);
    for (int i = 0; i < decoded.size(); i++) {
      if (decoded.get(i) instanceof EventDecoder.Accepted one)
        accepted += take(one.event()) ? 1 : 0;
      else {
        var rejection = ((EventDecoder.Refused) decoded.get(i)).rejection();
        rejected.add(new JsonObject()
            .put("index", i)
            .put("field", rejection.field())
            .put("reason", rejection.reason()));
      }
    }
    return new JsonObject()
        .put("accepted", accepted)
        .put("duplicates", decoded.size() - rejected.size() - accepted)
        .put("rejected", rejected)
        .encode();
  }

  private boolean take(CityEvent event) {
    if (!kept.add(event.origin().source() + "/" + event.origin().eventId())) return false;
    events.add(event);
    if (event instanceof SensorReading reading
        && reading.quantity() == Quantity.WATER_DEPTH_M
        && reading.value() > 0.15) show(reading);
    return true;
  }

  private synchronized void show(SensorReading reading) {
    String incident = new JsonObject()
        .put("id", "I-" + ++incidents)
        .put("alarms", 1)
        .put(
            "position",
            new JsonObject()
                .put("latDeg", reading.findPosition().orElseThrow().latDeg())
                .put("lonDeg", reading.findPosition().orElseThrow().lonDeg()))
        .encode();
    String delta =
        "{\"type\":\"delta\",\"seq\":" + incidents + ",\"incidents\":[" + incident + "]}";
    for (ServerWebSocket screen : List.copyOf(screens)) screen.writeTextMessage(delta);
  }

  private void onScreen(ServerWebSocket screen) {
    screen.textMessageHandler(watch -> {
      screen.writeTextMessage("{\"type\":\"snapshot\",\"seq\":0,\"cityTime\":\"" + CITY_TIME
          + "\",\"cityRate\":1,\"incidents\":[]}");
      screens.add(screen);
    });
    screen.closeHandler(gone -> screens.remove(screen));
  }

  private void onConnect(MqttEndpoint endpoint) {
    if (endpoint.auth() == null || !TOKEN.equals(endpoint.auth().getPassword())) {
      endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5);
      return;
    }
    endpoint.publishAutoAck(false);
    endpoint.publishHandler(message -> onPublish(endpoint, message));
    endpoint.accept(false);
  }

  private void onPublish(MqttEndpoint endpoint, MqttPublishMessage message) {
    var decoded = EventDecoder.decode(message.payload().getBytes());
    CityEvent event = decoded instanceof EventDecoder.Accepted one ? one.event() : null;
    if (event != null && !overloaded.test(event)) {
      take(event);
      endpoint.publishAcknowledge(message.messageId());
      return;
    }
    endpoint.publishAcknowledge(
        message.messageId(),
        event == null
            ? MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID
            : MqttPubAckReasonCode.QUOTA_EXCEEDED,
        MqttProperties.NO_PROPERTIES);
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get();
  }

  /** When it says it is in the city. */
  public static Instant cityTime() {
    return Instant.parse(CITY_TIME);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

package bongsu.verticles.feed;

import static bongsu.verticles.store.NodeStore.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.core.event.Lane;
import bongsu.ops.postgres.FreePort;
import bongsu.verticles.access.Access;
import bongsu.verticles.access.PublicSide;
import bongsu.verticles.access.TokenGrant;
import bongsu.verticles.access.TokenStore;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.journal.TestJournal;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.store.NodeStore;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.TelemetryRoom;
import bongsu.verticles.web.Listening;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.MqttConnectionException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Real doors, real tokens, and nobody who owns a shard: what is taken in stays in flight for 8 s, so
 * that limits are reached with a handful of events.
 */
class InFlightTest {
  /** Room for about 40 readings in all. */
  private static final long EVENT_BYTES = 50_000;

  private static final int BODY_BYTES = 400_000;

  @RegisterExtension
  final NodeStore node = new NodeStore();

  private final NodeStats stats = new NodeStats();
  private final TelemetryRoom room = new TelemetryRoom(20_000);
  private final Budget events = new Budget(EVENT_BYTES);
  private final Budget bodies = new Budget(BODY_BYTES);
  private final Connections connections = new Connections(4, 2);
  private Vertx vertx;
  private Store store;
  private TokenStore tokens;
  private int mqttPort;
  private HttpServer http;
  private String water;
  private String dispatch;

  @BeforeEach
  void open() throws Exception {
    vertx = node.vertx();
    store = node.open();
    tokens = new TokenStore(store.queries());
    water = await(tokens.create("test", grant("water", Right.SEND_ALL, null)));
    dispatch = await(tokens.create("test", grant("fire-119", Right.SEND_CALL_REPORT, null)));
    Access access = new Access(vertx, store.queries(), PublicSide.direct(false), store.clock());
    await(access.start());
    Owners owners = new Owners();
    Feeds feeds = new Feeds(
        owners,
        new ShardDoors(vertx, owners),
        access.rejections(),
        CityClock.real(),
        stats,
        room,
        events,
        bodies,
        connections,
        TestJournal.withoutRoom());
    mqttPort = FreePort.find(1).get(0);
    await(vertx.deployVerticle(
        new FeedVerticle(new Listening("127.0.0.1", mqttPort, null), access, feeds)));
    Router router = Router.router(vertx);
    new EventRoutes(access.gate(), feeds.door(vertx), feeds).mount(router);
    http = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  private static TokenGrant grant(String name, Right right, Instant expiresAt) {
    return new TokenGrant(name, Set.of(name), Set.of(right), false, expiresAt);
  }

  private static void until(BooleanSupplier condition) {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static String reading(int number) {
    return """
        {"type":"SensorReading","source":"water","eventId":"w-%d","observedAt":"%s",\
        "sensorId":"PM-%d","quantity":"pm10Ugm3","value":31}""".formatted(number, Instant.now(), number);
  }

  private static String call(int number) {
    return """
        {"type":"CallReport","source":"fire-119","eventId":"c-%d","observedAt":"%s","agency":"119",\
        "receiptNo":"119-%d","revision":1,"callType":"fire"}""".formatted(number, Instant.now(), number);
  }

  private MqttClient client(String token) {
    String name = token.substring(0, token.lastIndexOf('.'));
    return MqttClient.create(vertx, new MqttClientOptions().setUsername(name).setPassword(token));
  }

  private MqttClient connect(String token) throws Exception {
    MqttClient client = client(token);
    await(client.connect(mqttPort, "127.0.0.1"));
    return client;
  }

  /** All in one turn of the client's loop: it cannot publish once its connection has ended. */
  private CompletableFuture<Void> closedUnderCalls(int count) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    vertx.runOnContext(loop -> {
      MqttClient flood = client(dispatch);
      flood.closeHandler(gone -> closed.complete(null));
      flood
          .connect(mqttPort, "127.0.0.1")
          .onFailure(closed::completeExceptionally)
          .onSuccess(up -> {
            for (int i = 0; i < count; i++)
              publish(flood, "fire-119", call(i), MqttQoS.AT_MOST_ONCE);
          });
    });
    return closed;
  }

  private static void publish(MqttClient client, String source, String event, MqttQoS qos) {
    client.publish("bongsu/v1/events/" + source, Buffer.buffer(event), qos, false, false);
  }

  private CompletableFuture<HttpResponse<String>> post(String token, String body) {
    URI url = URI.create("http://127.0.0.1:" + http.actualPort() + "/api/v1/events");
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private static String array(int size, java.util.function.IntFunction<String> event) {
    return IntStream.range(0, size).mapToObj(event).collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aFloodWithoutAcknowledgementFillsItsShareOnlyAndCallsAreTakenStill() throws Exception {
    MqttClient flood = connect(water);
    for (int i = 0; i < 1_000; i++) publish(flood, "water", reading(i), MqttQoS.AT_MOST_ONCE);
    until(() -> stats.shed(Lane.P3) > 900);
    long filled = events.taken();
    assertTrue(filled <= EVENT_BYTES / 2 && filled > EVENT_BYTES / 3, "" + filled);
    publish(connect(dispatch), "fire-119", call(1), MqttQoS.AT_LEAST_ONCE);
    until(() -> events.taken() > filled);
    assertEquals(0, stats.shed(Lane.P0));
  }

  @Test
  void callsOverMqttBeyondTheLastLimitEndTheConnectionAndAreCounted() throws Exception {
    closedUnderCalls(100).get(30, TimeUnit.SECONDS);
    assertTrue(stats.shed(Lane.P0) > 0);
    assertTrue(events.taken() <= EVENT_BYTES / 2, "one sender has half at most");
  }

  @Test
  void callsOverHttpBeyondTheLastLimitAreRefusedWith503AndTelemetryWith429() throws Exception {
    var calls = post(dispatch, array(100, InFlightTest::call));
    var readings = post(water, array(100, InFlightTest::reading));
    assertEquals(503, calls.get(30, TimeUnit.SECONDS).statusCode());
    assertEquals(429, readings.get(30, TimeUnit.SECONDS).statusCode());
    assertTrue(stats.shed(Lane.P0) > 0 && stats.shed(Lane.P3) > 0);
    until(() -> events.taken() == 0 && bodies.taken() == 0);
  }

  @Test
  void aBodyForWhichThereIsNoRoomIsRefusedUnread() throws Exception {
    String large = array(10, i -> call(i).replace("}", ",\"x\":\"" + "x".repeat(15_000) + "\"}"));
    var first = post(dispatch, large);
    until(() -> bodies.taken() > 0);
    HttpResponse<String> second = post(dispatch, large).get(30, TimeUnit.SECONDS);
    assertEquals(503, second.statusCode());
    assertTrue(second.headers().firstValue("Retry-After").isPresent());
    assertEquals(1, stats.turnedAway(NodeStats.Limit.REQUESTS));
    assertFalse(first.isDone(), "the first one waits for its outcome");
    first.get(30, TimeUnit.SECONDS);
    until(() -> bodies.taken() == 0);
  }

  @Test
  void theRoomOfABodyThatNeverArrivesIsGivenBackWhenItsSenderIsGone() throws Exception {
    try (Socket broken = new Socket("127.0.0.1", http.actualPort())) {
      String head = "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + dispatch
          + "\r\nContent-Length: 100000\r\n\r\n[";
      broken.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      until(() -> bodies.taken() == 100_000);
    }
    until(() -> bodies.taken() == 0);
  }

  @Test
  void whenTheDayInUsePassesWhatMayBeKeptTelemetryIsRefusedAndCallsAreNot() throws Exception {
    await(store.queries().query("select ensure_event_day('2026-08-06')").execute());
    await(room.look(store.queries()));
    assertTrue(room.isFullFor(Lane.P1), "an empty day's tables and indexes are larger already");
    assertEquals(429, post(water, reading(1)).get(30, TimeUnit.SECONDS).statusCode());
    assertEquals(1, stats.shed(Lane.P3));
    publish(connect(dispatch), "fire-119", call(1), MqttQoS.AT_LEAST_ONCE);
    until(() -> events.taken() > 0);
  }

  @Test
  void aTokenHasSoManyConnectionsAndTheNodeToo() throws Exception {
    MqttClient first = connect(water);
    connect(water);
    assertTurnedAway(water);
    connect(dispatch);
    connect(dispatch);
    await(first.disconnect());
    until(() -> connections.open() == 3);
    connect(water);
    assertTurnedAway(await(tokens.create("test", grant("bells", Right.SEND_ALL, null))));
    assertEquals(2, stats.turnedAway(NodeStats.Limit.MQTT_CONNECTIONS));
  }

  private void assertTurnedAway(String token) throws Exception {
    MqttConnectReturnCode code = refusal(token);
    // A token just made is known a moment later.
    while (code == MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED) code = refusal(token);
    assertEquals(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE, code);
  }

  private MqttConnectReturnCode refusal(String token) {
    ExecutionException refused = assertThrows(ExecutionException.class, () -> connect(token));
    return ((MqttConnectionException) refused.getCause()).code();
  }

  @Test
  void aRevokedTokensConnectionsEndAndOthersStay() throws Exception {
    MqttClient revoked = connect(water);
    MqttClient valid = connect(dispatch);
    CompletableFuture<Void> closed = new CompletableFuture<>();
    revoked.closeHandler(gone -> closed.complete(null));
    await(tokens.revoke("test", "water"));
    closed.get(30, TimeUnit.SECONDS);
    until(() -> connections.open() == 1);
    assertTrue(valid.isConnected());
  }

  @Test
  void anExpiredTokensConnectionsEndToo() throws Exception {
    Instant soon = Instant.now().plus(Duration.ofSeconds(6));
    String brief = await(tokens.create("test", grant("brief", Right.SEND_ALL, soon)));
    until(() -> {
      try {
        connect(brief).closeHandler(gone -> expired.complete(null));
        return true;
      } catch (Exception notYetKnown) {
        return false;
      }
    });
    expired.get(30, TimeUnit.SECONDS);
    assertTrue(Instant.now().isAfter(soon));
  }

  private final CompletableFuture<Void> expired = new CompletableFuture<>();
}

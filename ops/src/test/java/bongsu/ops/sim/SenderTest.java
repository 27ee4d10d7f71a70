package bongsu.ops.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.mqtt.MqttServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both senders against a platform that is overloaded, breaks connections and recovers. */
class SenderTest {
  private static final Tokens.Token TOKEN = new Tokens.Token("sim-its.secret");
  private final Vertx vertx = Vertx.vertx();
  private final List<Integer> kept = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Letter letter(int number) {
    return new Letter("bongsu/v1/events/its", Buffer.buffer("{\"n\":" + number + "}"));
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Feeds the sender from one event loop and flushes it until all was kept. */
  private void send(Sender sender, int count) throws Exception {
    vertx.runOnContext(go -> {
      numbers(count).forEach(n -> sender.add(letter(n)));
      sender.flush();
      vertx.setPeriodic(20, again -> sender.flush());
    });
    await(() -> sender.count().sent() >= count);
    assertEquals(new Sender.Count(count, 0, 0, 0), sender.count());
  }

  private static void await(BooleanSupplier condition) {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain");
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void postedEventsArriveOnceAndInOrderThoughRefusedAndCutOff() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server = vertx
        .createHttpServer()
        .requestHandler(request -> request.body().onSuccess(body -> {
          assertEquals("Bearer sim-its.secret", request.getHeader("Authorization"));
          int number = requests.incrementAndGet();
          if (number == 1) request.response().setStatusCode(503).end();
          else if (number == 2)
            request.response().setStatusCode(429).putHeader("Retry-After", "1").end();
          else if (number == 3) request.connection().close();
          else {
            JsonArray items = new JsonArray(body);
            for (int i = 0; i < items.size(); i++)
              kept.add(items.getJsonObject(i).getInteger("n"));
            request.response().end("{\"accepted\":" + items.size() + ",\"rejected\":[]}");
          }
        }));
    int port = server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS)
        .actualPort();
    send(new HttpSender(vertx, vertx.createHttpClient(), "127.0.0.1", port, TOKEN), 2_500);
    assertEquals(numbers(2_500), kept);
    assertEquals(6, requests.get());
  }

  @Test
  void publishedEventsArriveInOrderThoughConnectionsBreakUnacknowledged() throws Exception {
    AtomicInteger received = new AtomicInteger();
    MqttServer server = MqttServer.create(vertx).endpointHandler(endpoint -> {
      assertEquals("sim-its", endpoint.auth().getUsername());
      assertEquals("sim-its.secret", endpoint.auth().getPassword());
      endpoint.publishAutoAck(false);
      endpoint.publishHandler(message -> {
        int n = received.incrementAndGet();
        if (n == 300 || n == 901) endpoint.close();
        else if (endpoint.isConnected()) {
          kept.add(message.payload().toJsonObject().getInteger("n"));
          endpoint.publishAcknowledge(message.messageId());
        }
      });
      endpoint.accept(false);
    });
    int port = server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS)
        .actualPort();
    send(new MqttSender(vertx, "127.0.0.1", port, TOKEN, options -> {}), 2_000);
    assertEquals(numbers(2_000), new ArrayList<>(new LinkedHashSet<>(kept)));
    assertTrue(received.get() > 2_000);
  }

  @Test
  void anOutboxForgetsItsOldestAndPutsBackInOrder() {
    Outbox outbox = new Outbox(3);
    List<Letter> letters = numbers(5).stream().map(SenderTest::letter).toList();
    letters.forEach(outbox::add);
    assertEquals(2, outbox.lost());
    List<Letter> taken = outbox.take(2, 1_000);
    assertEquals(letters.subList(2, 4), taken);
    outbox.putBack(taken);
    assertEquals(letters.subList(2, 3), outbox.take(9, 5));
    assertEquals(letters.subList(3, 5), outbox.take(9, 1_000));
    assertTrue(outbox.isEmpty());
  }
}

package bongsu.ops.sim;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one feed's events with QoS 1. The platform acknowledges in the order it received, so
 * each PUBACK belongs to the oldest in flight; what was in flight when a connection ended goes first
 * on the next.
 */
final class MqttSender implements Sender {
  private static final Logger LOG = LoggerFactory.getLogger(MqttSender.class);
  private static final int MOST_IN_FLIGHT = 500;
  private static final int CAPACITY = 30_000;
  private static final long FIRST_PAUSE_MS = 300;
  private static final long LONGEST_PAUSE_MS = 5_000;

  private final Vertx vertx;
  private final String host;
  private final int port;
  private final Tokens.Token token;
  private final Consumer<MqttClientOptions> secure;
  private final Outbox outbox = new Outbox(CAPACITY);
  private final Deque<Letter> inFlight = new ArrayDeque<>();
  private @Nullable MqttClient client;
  private boolean connecting;
  private boolean closed;
  private long pauseMs = FIRST_PAUSE_MS;
  private long sent;

  /** @param secure sets the client up for TLS where the city speaks it */
  MqttSender(
      Vertx vertx, String host, int port, Tokens.Token token, Consumer<MqttClientOptions> secure) {
    this.secure = secure;
    this.vertx = vertx;
    this.host = host;
    this.port = port;
    this.token = token;
  }

  @Override
  public void add(Letter letter) {
    outbox.add(letter);
  }

  @Override
  public void flush() {
    MqttClient connected = client;
    if (connected == null) {
      if (!connecting && !closed) connect();
      return;
    }
    int room = MOST_IN_FLIGHT - inFlight.size();
    if (room <= 0) return;
    for (Letter letter : outbox.take(room, Integer.MAX_VALUE)) {
      inFlight.addLast(letter);
      connected.publish(letter.topic(), letter.json(), MqttQoS.AT_LEAST_ONCE, false, false);
    }
  }

  private void connect() {
    connecting = true;
    MqttClient next = MqttClient.create(vertx, options());
    next.publishCompletionHandler(id -> onAcknowledged(next));
    next.closeHandler(gone -> onClosed(next));
    next.exceptionHandler(broken -> LOG.debug("{}: {}", token, broken.toString()));
    next.connect(port, host).onComplete(answer -> {
      connecting = false;
      if (answer.failed()) pause();
      else onConnected(next);
    });
  }

  private MqttClientOptions options() {
    MqttClientOptions options = (MqttClientOptions) new MqttClientOptions()
        .setClientId(token.name() + "-" + ProcessHandle.current().pid())
        .setUsername(token.name())
        .setPassword(token.text())
        .setCleanSession(true)
        .setMaxInflightQueue(MOST_IN_FLIGHT)
        .setKeepAliveInterval(20)
        .setConnectTimeout(3_000)
        .setTcpNoDelay(true);
    secure.accept(options);
    return options;
  }

  private void onConnected(MqttClient next) {
    if (closed) {
      next.disconnect();
      return;
    }
    client = next;
    flush();
  }

  private void onAcknowledged(MqttClient by) {
    if (by != client || inFlight.isEmpty()) return;
    inFlight.removeFirst();
    sent++;
    pauseMs = FIRST_PAUSE_MS;
    if (inFlight.size() < MOST_IN_FLIGHT / 2 && !outbox.isEmpty()) flush();
  }

  /** The node is gone, or has enough and said so the only way MQTT 3.1.1 has. */
  private void onClosed(MqttClient gone) {
    if (gone != client) return;
    client = null;
    outbox.putBack(List.copyOf(inFlight));
    inFlight.clear();
    pause();
  }

  private void pause() {
    if (closed) return;
    connecting = true;
    vertx.setTimer(pauseMs, later -> connect());
    pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
  }

  @Override
  public Count count() {
    return new Count(sent, outbox.size() + inFlight.size(), outbox.lost(), 0);
  }

  @Override
  public void close() {
    closed = true;
    MqttClient connected = client;
    client = null;
    if (connected != null) connected.disconnect();
  }
}

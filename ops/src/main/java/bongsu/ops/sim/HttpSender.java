package bongsu.ops.sim;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts one feed's events in batches, one request at a time so that their order stays. What was not
 * kept is sent again, the same bytes: the receiver knows what it has already.
 */
final class HttpSender implements Sender {
  private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);
  private static final int MOST_EVENTS = 1_000;
  private static final int MOST_BYTES = 900_000;
  private static final int CAPACITY = 100_000;
  private static final long AGAIN_MS = 700;
  private static final long MOST_WAIT_S = 30;

  private final Vertx vertx;
  private final HttpClient client;
  private final RequestOptions request;
  private final Tokens.Token token;
  private final Outbox outbox = new Outbox(CAPACITY);
  private boolean busy;
  private boolean closed;
  private long sent;
  private long rejected;

  HttpSender(Vertx vertx, HttpClient client, String host, int port, Tokens.Token token) {
    this.vertx = vertx;
    this.client = client;
    this.token = token;
    request = new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(host)
        .setPort(port)
        .setURI("/api/v1/events")
        .setTimeout(20_000)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.text());
  }

  @Override
  public void add(Letter letter) {
    outbox.add(letter);
  }

  @Override
  public void flush() {
    if (busy || closed || outbox.isEmpty()) return;
    busy = true;
    List<Letter> batch = outbox.take(MOST_EVENTS, MOST_BYTES);
    post(body(batch)).onComplete(answer -> {
      if (answer.succeeded()) onAnswer(batch, answer.result());
      else again(batch, AGAIN_MS);
    });
  }

  private static Buffer body(List<Letter> batch) {
    Buffer body = Buffer.buffer(batch.size() * 256).appendByte((byte) '[');
    for (int i = 0; i < batch.size(); i++) {
      if (i > 0) body.appendByte((byte) ',');
      body.appendBuffer(batch.get(i).json());
    }
    return body.appendByte((byte) ']');
  }

  /** What the other side said. */
  private record Answer(int status, long retryAfterS, Buffer body) {}

  private Future<Answer> post(Buffer body) {
    return client.request(request).compose(r -> r.send(body)).compose(HttpSender::read);
  }

  private static Future<Answer> read(HttpClientResponse response) {
    long retryAfterS = seconds(response.getHeader("Retry-After"));
    return response.body().map(body -> new Answer(response.statusCode(), retryAfterS, body));
  }

  private static long seconds(@Nullable String header) {
    boolean whole = header != null && header.matches("[0-9]{1,5}");
    return whole ? Math.min(MOST_WAIT_S, Long.parseLong(header)) : 1;
  }

  private void onAnswer(List<Letter> batch, Answer answer) {
    switch (answer.status()) {
      case 200 -> settle(batch, rejections(answer));
      case 400, 403, 413 -> {
        LOG.warn("{}: refused with {}: {}", token, answer.status(), beginning(answer));
        settle(batch, batch.size());
      }
      default -> {
        if (answer.status() != 429 && answer.status() != 503)
          LOG.warn("{}: answered {}: {}", token, answer.status(), beginning(answer));
        again(batch, Math.max(AGAIN_MS, 1_000 * answer.retryAfterS()));
      }
    }
  }

  private int rejections(Answer answer) {
    int refused = new JsonObject(answer.body()).getJsonArray("rejected").size();
    if (refused > 0) LOG.warn("{}: {} events rejected: {}", token, refused, beginning(answer));
    return refused;
  }

  private static String beginning(Answer answer) {
    String text = answer.body().toString();
    return text.substring(0, Math.min(300, text.length()));
  }

  private void settle(List<Letter> batch, int refused) {
    sent += batch.size() - refused;
    rejected += refused;
    busy = false;
    if (outbox.size() >= MOST_EVENTS) flush();
  }

  /** A node that is gone or has enough: the same events again, later, perhaps to another node. */
  private void again(List<Letter> batch, long inMs) {
    outbox.putBack(batch);
    if (closed) return;
    vertx.setTimer(inMs, later -> {
      busy = false;
      flush();
    });
  }

  @Override
  public Count count() {
    return new Count(sent, outbox.size(), outbox.lost(), rejected);
  }

  @Override
  public void close() {
    closed = true;
  }
}

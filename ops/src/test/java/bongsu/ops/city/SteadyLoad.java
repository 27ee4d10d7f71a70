package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Units that move and now and then a call, sent one request after the other, each by its own way. */
final class SteadyLoad implements AutoCloseable {
  private static final int UNITS = 400;
  private static final long PAUSE_NS = 250_000_000;

  private final RunningCity city;
  private final AtomicInteger units = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, String> lastUnitTimes = new ConcurrentSkipListMap<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private volatile Thread sending;

  SteadyLoad(RunningCity city) {
    this.city = city;
  }

  void begin() {
    Thread thread = new Thread(this::send, "load");
    sending = thread;
    thread.start();
  }

  private void send() {
    while (sending == Thread.currentThread()) {
      sendSome();
      LockSupport.parkNanos(PAUSE_NS);
    }
  }

  /** Each time over a new connection, so to any of the nodes; again until there is an answer. */
  synchronized void sendSome() {
    List<ObjectNode> events = new ArrayList<>();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (int i = 0; i < UNITS; i++)
      events.add(Events.unit("U-" + i).put("observedAt", now.toString()));
    events.add(Events.fire(Events.unique("119-load")));
    CityClient.Reply reply = Await.some("an answer", () -> {
      var answer = new CityClient(city, city.feed).sendEvents(events.toArray(JsonNode[]::new));
      return answer.status() == 0 || answer.status() == 503
          ? java.util.Optional.empty()
          : java.util.Optional.of(answer);
    });
    if (reply.status() != 200 || !reply.json().path("rejected").isEmpty())
      refusals.add(reply.status() + " " + reply.text());
    units.addAndGet(UNITS);
    calls.incrementAndGet();
    String at = bongsu.core.wire.JsonText.time(now);
    for (int i = 0; i < UNITS; i++) lastUnitTimes.put("U-" + i, at);
  }

  /** Ends after what is under way. */
  void end() throws InterruptedException {
    Thread ending = sending;
    sending = null;
    if (ending != null) ending.join();
  }

  int calls() {
    return calls.get();
  }

  /** Everything was taken and is in the store, and each call is an incident. */
  void assertStored() {
    assertEquals(List.of(), refusals);
    assertEquals(
        units + "/" + calls,
        city.one(
            "select (select count(*) from event) || '/' || (select count(*) from call_event)"));
    Await.until("each call to be an incident", () -> city.one("select count(*) from incident")
        .equals("" + calls));
  }

  /** Of each unit. */
  Map<String, String> lastUnitTimes() {
    return new TreeMap<>(lastUnitTimes);
  }

  @Override
  public void close() throws InterruptedException {
    end();
  }
}

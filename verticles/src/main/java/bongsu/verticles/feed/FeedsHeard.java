package bongsu.verticles.feed;

import bongsu.verticles.Address;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonArray;
import java.util.HashMap;
import java.util.Map;

/** Counts what each source sent, and tells every node once a second. One event loop only. */
final class FeedsHeard {
  private final EventBus bus;
  private final Map<String, int[]> heard = new HashMap<>();

  FeedsHeard(EventBus bus) {
    this.bus = bus;
  }

  void on(String source) {
    heard.computeIfAbsent(source, first -> new int[1])[0]++;
  }

  /** Publishes {@code [source, count, source, count, …]} since the last time. */
  void tell() {
    if (heard.isEmpty()) return;
    JsonArray counts = new JsonArray();
    heard.forEach((source, count) -> counts.add(source).add(count[0]));
    heard.clear();
    bus.publish(Address.FEEDS_HEARD, counts);
  }
}

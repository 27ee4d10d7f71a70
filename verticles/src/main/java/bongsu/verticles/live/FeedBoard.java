package bongsu.verticles.live;

import bongsu.core.wire.JsonText;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;

/** When each source was last heard and how much it sends, from what all nodes tell. One event loop only. */
final class FeedBoard {
  private static final Duration SILENT = Duration.ofMinutes(10);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Heard(Instant at, int count) {}

  private static final class Feed {
    private final ArrayDeque<Heard> lately = new ArrayDeque<>();
    private Instant lastAt = Instant.EPOCH;
    private long inWindow;
  }

  private final Map<String, Feed> feeds = new TreeMap<>();

  /** @param counts {@code [source, count, …]} */
  void on(JsonArray counts, Instant now) {
    for (int i = 0; i < counts.size(); i += 2)
      on(counts.getString(i), counts.getInteger(i + 1), now);
  }

  private void on(String source, int count, Instant now) {
    Feed feed = feeds.computeIfAbsent(source, first -> new Feed());
    feed.lastAt = now;
    feed.inWindow += count;
    feed.lately.add(new Heard(now, count));
  }

  /** Adds the list {@code feeds} of Status. */
  void write(JsonText json, Instant now) {
    json.openList("feeds");
    feeds.forEach((source, feed) -> {
      while (!feed.lately.isEmpty() && feed.lately.peek().at().isBefore(now.minus(WINDOW)))
        feed.inWindow -= feed.lately.poll().count();
      json.open().put("source", source).put("lastAt", feed.lastAt).put("perMin", feed.inWindow);
      json.put("silent", feed.lastAt.isBefore(now.minus(SILENT))).close();
    });
    json.closeList();
  }
}

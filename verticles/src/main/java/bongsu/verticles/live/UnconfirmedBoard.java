package bongsu.verticles.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 미확정: the calls that nodes have in their journals, as each node told last; a node that is killed
 * tells of them again when it is back. One event loop only.
 */
final class UnconfirmedBoard {
  private final Map<String, JsonArray> byNode = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private long version;

  /** Takes what a node told on {@code Address.CALLS_UNCONFIRMED}. */
  void on(JsonObject message) {
    String node = message.getString("node");
    JsonArray entries = message.getJsonArray("entries");
    counts.put(node, message.getInteger("count"));
    if (entries.equals(byNode.getOrDefault(node, new JsonArray()))) return;
    byNode.put(node, entries);
    version++;
  }

  /** Grows whenever what is shown changes. */
  long version() {
    return version;
  }

  /** Each as JSON, those of one node in the order in which it took them. */
  List<String> entries() {
    List<String> all = new ArrayList<>();
    for (JsonArray entries : byNode.values()) entries.forEach(entry -> all.add((String) entry));
    return all;
  }

  /** How many there are, those beyond the first of each node included. */
  int count() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}

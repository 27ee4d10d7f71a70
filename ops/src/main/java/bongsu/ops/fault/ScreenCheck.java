package bongsu.ops.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I7: five seconds after quiet every screen equals the store, on every node. */
final class ScreenCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 60;
  private static final long SNAPSHOT_MS = 5_000;

  private final FaultCity city;
  private final String token;
  private final Findings findings;

  ScreenCheck(FaultCity city, String token, Findings findings) {
    this.city = city;
    this.token = token;
    this.findings = findings;
  }

  /** @param watching screens that were there all the time */
  void check(Connection store, List<WatchingScreen> watching)
      throws SQLException, IOException, InterruptedException {
    Map<String, JsonNode> kept = kept(store);
    for (int i = 0; i < watching.size(); i++) compare(kept, watching.get(i), "screen " + i);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < TRIES && seen.size() < city.nodes(); i++)
      try (WatchingScreen fresh = new WatchingScreen(city.url(), token)) {
        fresh.connect();
        boolean told = Patience.until(SNAPSHOT_MS, () -> !fresh.node().isEmpty());
        if (told && seen.add(fresh.node())) compare(kept, fresh, "a new screen");
      }
    findings.require(seen.size() == city.nodes(), "I7 a node shows nothing", "only " + seen);
  }

  private void compare(Map<String, JsonNode> kept, WatchingScreen screen, String name) {
    Map<String, JsonNode> shown = screen.shown();
    String where = name + " on " + screen.node();
    for (Map.Entry<String, JsonNode> one : kept.entrySet())
      findings.require(
          one.getValue().equals(shown.get(one.getKey())),
          "I7 a screen differs from the store",
          where + ": " + one.getKey() + " is "
              + (shown.containsKey(one.getKey()) ? "not the newest" : "missing"));
    for (String id : shown.keySet())
      findings.require(
          kept.containsKey(id), "I7 a screen shows what is not kept", where + ": " + id);
  }

  private static Map<String, JsonNode> kept(Connection store) throws SQLException, IOException {
    Map<String, JsonNode> kept = new HashMap<>();
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery("select id, summary from incident")) {
      while (rows.next()) kept.put(rows.getString(1), JSON.readTree(rows.getString(2)));
    }
    return kept;
  }
}

package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a screen shows after all that it was told, as the pages keep it. Safe for any thread. */
final class ScreenPicture {
  private final Map<String, JsonNode> incidents = new TreeMap<>();
  private final Map<String, String> unitTimes = new TreeMap<>();
  private long seq = -1;

  static ScreenPicture of(List<JsonNode> messages) {
    ScreenPicture picture = new ScreenPicture();
    messages.forEach(picture::on);
    return picture;
  }

  synchronized long seq() {
    return seq;
  }

  /** Summaries as text, sorted. */
  synchronized List<String> incidents() {
    return incidents.values().stream().map(JsonNode::toString).sorted().toList();
  }

  /** The time of each unit's position, by its id. */
  synchronized Map<String, String> unitTimes() {
    return Map.copyOf(unitTimes);
  }

  /** Nothing goes backwards. */
  synchronized void on(JsonNode message) {
    assertTrue(message.path("seq").asLong() >= seq, () -> "seq goes back: " + message);
    seq = message.path("seq").asLong();
    for (JsonNode incident : message.path("incidents")) {
      JsonNode before = incidents.put(incident.path("id").asText(), incident);
      assertTrue(
          before == null || before.path("seq").asLong() <= incident.path("seq").asLong(),
          () -> "an older " + incident);
    }
    for (JsonNode unit : message.path("units")) {
      String before = unitTimes.put(unit.path("id").asText(), unit.path("at").asText());
      assertTrue(
          before == null || before.compareTo(unit.path("at").asText()) <= 0,
          () -> "an older " + unit);
    }
  }
}

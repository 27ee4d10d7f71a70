package bongsu.ops.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * One event as it is sent, as often as it takes.
 *
 * @param number of its source, from 0
 * @param hash of its content, as {@link ContentHash} makes it
 */
record Sent(String source, int number, Kind kind, String json, long hash) {
  static Sent of(String source, int number, Kind kind, ObjectNode event) {
    return new Sent(source, number, kind, event.toString(), ContentHash.of(event));
  }

  String eventId() {
    return kind.eventId(number);
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

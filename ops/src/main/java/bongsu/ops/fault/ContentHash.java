package bongsu.ops.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeMap;

/**
 * A hash of what an event says, whatever the order of its fields and the way its numbers are
 * written. Personal fields are kept apart and encrypted, so they are left out.
 */
final class ContentHash {
  private static final Set<String> PERSONAL = Set.of("phone", "narrative");

  private ContentHash() {}

  static long of(JsonNode event) {
    StringBuilder text = new StringBuilder();
    write(event, text);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
      fields.keySet().removeAll(PERSONAL);
      fields.forEach((name, value) -> write(value, text.append(name).append('=')));
      text.append(';');
    } else if (node.isNumber()) {
      text.append(node.asDouble()).append(';');
    } else {
      text.append(node.asText()).append(';');
    }
  }
}

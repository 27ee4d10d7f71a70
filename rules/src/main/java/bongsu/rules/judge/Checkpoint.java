package bongsu.rules.judge;

import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Consumer;

/** What a judge remembers, as compact JSON whose bytes depend on the events judged only. */
final class Checkpoint {
  static final JsonNode NOTHING = MissingNode.getInstance();

  private Checkpoint() {}

  static String object(Consumer<JsonText> fields) {
    JsonText json = new JsonText().open();
    fields.accept(json);
    return json.close().toString();
  }

  /** @throws IllegalArgumentException when the text is no JSON object */
  static JsonNode parse(String checkpoint) {
    JsonNode json = JudgementJson.parse(checkpoint);
    if (!json.isObject()) throw new IllegalArgumentException("a checkpoint must be a JSON object");
    return json;
  }
}

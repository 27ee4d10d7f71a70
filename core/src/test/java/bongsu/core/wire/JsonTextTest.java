package bongsu.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "waterLevelM", "a\"b", "a\\b", "}", "WL-1\u0001", "\n", "수위", "\uD83D\uDD25"})
  void anyTextIsReadBackAsNameAndAsValue(String text) throws Exception {
    String json =
        new JsonText().open().open(text).put(text, text).close().close().toString();
    JsonNode read = new ObjectMapper().readTree(json);
    assertEquals(text, read.get(text).get(text).asText());
  }
}

package bongsu.ops.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A good message changed in one place each: a field left out or of another type, a number at its
 * bound and just outside, a text of every interesting length. Some are still good.
 */
public final class Mutants {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int[] LENGTHS = {
    0, 1, 32, 33, 64, 65, 128, 129, 200, 201, 300, 301, 500, 501, 4_000, 4_001, 20_000, 20_001
  };
  private static final List<String> TEXTS = List.of(
      "no such word",
      " led by a space",
      "bell\u0007",
      "nul\u0000",
      "119",
      "2026-08-06T05:50:00+09:00",
      "2026-08-06T05:50:00.123456789Z",
      "2026-08-06T05:50:00",
      "2026-02-30T05:50:00Z",
      "1989-12-31T23:59:59Z",
      "1990-01-01T00:00:00Z",
      "2099-12-31T23:59:59Z",
      "2100-01-01T00:00:01Z",
      "9999-01-01T00:00:00Z");
  private static final double[] NUMBERS = {0, -1, 1, 0.5, 1.5, 1e9, -1e9, 1e12, -1e12, 1e300};

  /** @param what the place and the change */
  public record Mutant(String what, JsonNode message) {}

  private final List<Mutant> found = new ArrayList<>();
  private final Set<String> skipped;

  private Mutants(Set<String> skipped) {
    this.skipped = skipped;
  }

  /** @param skipped paths such as {@code /geometry} that are left as they are */
  public static List<Mutant> of(Shape shape, JsonNode good, String... skipped) {
    Mutants mutants = new Mutants(Set.of(skipped));
    mutants.change("", shape, good, changed -> changed);
    return mutants.found;
  }

  private void change(String path, Shape shape, JsonNode value, UnaryOperator<JsonNode> whole) {
    if (skipped.contains(path)) return;
    if (!path.isEmpty()) others(shape).forEach(other -> add(path, other, whole));
    if (value instanceof ObjectNode object) fields(path, shape, object, whole);
    else if (value instanceof ArrayNode array) items(path, shape, array, whole);
  }

  private void add(String path, JsonNode value, UnaryOperator<JsonNode> whole) {
    String text = value.toString();
    String shown = text.length() > 60 ? text.substring(0, 60) + "… " + text.length() : text;
    found.add(new Mutant(path + " = " + shown, whole.apply(value)));
  }

  private void fields(String path, Shape shape, ObjectNode object, UnaryOperator<JsonNode> whole) {
    ObjectNode more = object.deepCopy().put("notInTheContract", "at all");
    found.add(new Mutant(path + " with an unknown field", whole.apply(more)));
    shape.properties().forEach((name, property) -> {
      if (!object.has(name)) return;
      ObjectNode less = object.deepCopy();
      less.remove(name);
      found.add(new Mutant(path + " without " + name, whole.apply(less)));
      change(
          path + "/" + name,
          property,
          object.path(name),
          changed -> whole.apply(object.deepCopy().set(name, changed)));
    });
  }

  private void items(String path, Shape shape, ArrayNode array, UnaryOperator<JsonNode> whole) {
    for (String bound : List.of("minItems", "maxItems")) {
      int size = shape.keyword(bound).asInt(0);
      for (int n = Math.max(0, size - 1); n <= size + 1; n++)
        found.add(new Mutant(path + " of " + n, whole.apply(repeated(shape, array, n))));
    }
    int different = shape.keyword("prefixItems").isArray() ? array.size() : 1;
    for (int i = 0; i < Math.min(different, array.size()); i++) {
      int index = i;
      Shape item = shape.findItem(i).orElseThrow();
      change(path + "/" + i, item, array.get(i), changed -> {
        ArrayNode copy = array.deepCopy();
        copy.set(index, changed);
        return whole.apply(copy);
      });
    }
  }

  /** Items are cut to what they must have, so that many of them are still a small message. */
  private static ArrayNode repeated(Shape shape, ArrayNode array, int size) {
    ArrayNode items = JSON.arrayNode();
    for (int i = 0; i < size; i++) {
      JsonNode item = array.get(i % array.size()).deepCopy();
      Set<String> required = shape.findItem(i).map(Shape::required).orElse(Set.of());
      if (item instanceof ObjectNode object) object.retain(required);
      items.add(item);
    }
    return items;
  }

  private static Set<JsonNode> others(Shape shape) {
    Set<JsonNode> others = new LinkedHashSet<>(List.of(
        JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode(), JSON.textNode("true")));
    for (double number : NUMBERS) others.add(number(number));
    for (int length : LENGTHS) others.add(JSON.textNode("a".repeat(length)));
    for (String text : TEXTS) others.add(JSON.textNode(text));
    for (String word : shape.words()) others.add(JSON.textNode(word));
    for (String bound : List.of("minimum", "maximum", "exclusiveMaximum"))
      if (shape.keyword(bound).isNumber()) bounds(shape.keyword(bound).asDouble(), others);
    return others;
  }

  private static void bounds(double bound, Set<JsonNode> others) {
    others.add(number(bound));
    others.add(number(bound - 1));
    others.add(number(bound + 1));
    others.add(number(Math.nextDown(bound)));
    others.add(number(Math.nextUp(bound)));
  }

  private static JsonNode number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? JSON.numberNode((long) value)
        : JSON.numberNode(value);
  }

  static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

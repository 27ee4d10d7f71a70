package bongsu.ops.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One schema with all it refers to.
 *
 * @param file that it stands in, for its relative references
 */
public record Shape(String file, JsonNode node) {
  private static final List<String> CHOICES = List.of("allOf", "anyOf", "oneOf");

  /** @param pointer such as {@code /properties/kind}, empty for the whole file */
  static Shape of(String file, String pointer) {
    JsonNode node =
        pointer.isEmpty() ? Contract.read(file) : Contract.read(file).at(pointer);
    if (node.isMissingNode()) throw new IllegalArgumentException(file + " has no " + pointer);
    return new Shape(file, node);
  }

  /** Where a reference in this file leads. */
  Shape follow(String reference) {
    int hash = reference.indexOf('#');
    String to = hash < 0 ? reference : reference.substring(0, hash);
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return of(to.isEmpty() ? file : folder + to, hash < 0 ? "" : reference.substring(hash + 1));
  }

  /** This and what it refers to; with the choices, every branch. */
  private List<Shape> parts(boolean choices) {
    List<Shape> parts = new ArrayList<>(List.of(this));
    if (node.has("$ref")) parts.addAll(follow(node.path("$ref").asText()).parts(choices));
    for (String choice : CHOICES)
      if (choices || choice.equals("allOf"))
        for (JsonNode branch : node.path(choice))
          parts.addAll(new Shape(file, branch).parts(choices));
    return parts;
  }

  /** The fields of the object, those of all choices together. */
  Map<String, Shape> properties() {
    Map<String, Shape> properties = new LinkedHashMap<>();
    for (Shape part : parts(true))
      part.node
          .path("properties")
          .properties()
          .forEach(p -> properties.putIfAbsent(p.getKey(), new Shape(part.file, p.getValue())));
    return properties;
  }

  Shape property(String name) {
    return Optional.ofNullable(properties().get(name))
        .orElseThrow(() -> new IllegalArgumentException(file + " has no property " + name));
  }

  Set<String> required() {
    Set<String> required = new LinkedHashSet<>();
    for (Shape part : parts(false))
      part.node.path("required").forEach(name -> required.add(name.asText()));
    return required;
  }

  /** The value of a keyword, here or where this refers to; missing when nobody says. */
  JsonNode keyword(String name) {
    return parts(true).stream()
        .map(part -> part.node.path(name))
        .filter(value -> !value.isMissingNode())
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** The words allowed; null is no word. */
  Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    keyword("enum").forEach(word -> {
      if (!word.isNull()) words.add(word.asText());
    });
    return words;
  }

  /** The shape of an array's item. */
  Optional<Shape> findItem(int index) {
    for (Shape part : parts(true)) {
      if (part.node.path("prefixItems").has(index))
        return Optional.of(new Shape(part.file, part.node.path("prefixItems").get(index)));
      if (part.node.path("items").isObject())
        return Optional.of(new Shape(part.file, part.node.path("items")));
    }
    return Optional.empty();
  }

  /** The fields of the object, once for each way to choose among its branches. */
  private List<Map<String, Shape>> alternatives() {
    Map<String, Shape> own = new LinkedHashMap<>();
    node.path("properties")
        .properties()
        .forEach(p -> own.put(p.getKey(), new Shape(file, p.getValue())));
    List<Map<String, Shape>> all = List.of(own);
    if (node.has("$ref")) all = product(all, follow(node.path("$ref").asText()).alternatives());
    for (String choice : CHOICES) {
      List<Map<String, Shape>> branches = new ArrayList<>();
      for (JsonNode branch : node.path(choice))
        branches.addAll(new Shape(file, branch).alternatives());
      if (!branches.isEmpty()) all = product(all, branches);
    }
    return all;
  }

  private static List<Map<String, Shape>> product(
      List<Map<String, Shape>> some, List<Map<String, Shape>> others) {
    List<Map<String, Shape>> product = new ArrayList<>();
    for (Map<String, Shape> one : some)
      for (Map<String, Shape> other : others) {
        Map<String, Shape> both = new LinkedHashMap<>(other);
        both.putAll(one);
        product.add(both);
      }
    return product;
  }

  /** The fields of a message, however deep, that are not in here, by the branch that fits best. */
  List<String> undocumented(String path, JsonNode value) {
    List<String> found = new ArrayList<>();
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      Optional<Shape> item = findItem(i);
      if (item.isPresent()) found.addAll(item.get().undocumented(path + "/" + i, value.get(i)));
    }
    if (value.isObject())
      found.addAll(alternatives().stream()
          .map(known -> undocumented(path, value, known))
          .min(Comparator.comparingInt(List::size))
          .orElseThrow());
    return found;
  }

  private static List<String> undocumented(String path, JsonNode object, Map<String, Shape> known) {
    List<String> found = new ArrayList<>();
    object.properties().forEach(field -> {
      String at = path + "/" + field.getKey();
      Shape shape = known.get(field.getKey());
      if (shape == null) found.add(at + " is not in the schema");
      else found.addAll(shape.undocumented(at, field.getValue()));
    });
    return found;
  }
}

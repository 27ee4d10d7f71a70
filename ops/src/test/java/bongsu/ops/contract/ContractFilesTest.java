package bongsu.ops.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract files fit together. */
class ContractFilesTest {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  static List<String> schemas() {
    return Contract.schemas();
  }

  static List<String> files() {
    return Contract.files();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaIsOne(String name) {
    JsonNode schema = Contract.read("schemas/" + name + ".json");
    assertEquals(DIALECT, schema.path("$schema").asText());
    assertFalse(schema.path("title").asText().isEmpty());
    assertEquals(List.of(), Contract.objectionsTo(name));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void whatIsRequiredIsDescribed(String name) {
    Shape shape = Contract.shape(name);
    assertTrue(shape.properties().keySet().containsAll(shape.required()), name);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyReferenceLeadsSomewhere(String file) {
    for (String reference : references(Contract.read(file)))
      if (!reference.equals(DIALECT)) new Shape(file, Contract.read(file)).follow(reference);
  }

  @Test
  void everySchemaIsUsedByOneOfTheContracts() {
    Set<String> reached = new TreeSet<>();
    ArrayDeque<String> open = new ArrayDeque<>(List.of("openapi.yaml", "asyncapi.yaml"));
    while (!open.isEmpty()) {
      String file = open.remove();
      if (!reached.add(file)) continue;
      for (String reference : references(Contract.read(file)))
        if (!reference.equals(DIALECT))
          open.add(new Shape(file, Contract.read(file)).follow(reference).file());
    }
    assertEquals(new TreeSet<>(Contract.files()), reached);
  }

  private static List<String> references(JsonNode node) {
    List<String> found = new ArrayList<>();
    node.findValues("$ref").forEach(reference -> found.add(reference.asText()));
    return found;
  }
}

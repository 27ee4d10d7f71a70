package bongsu.ops.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.EventWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of events say what the decoder does: fields, words, bounds. */
class EventSchemaTest {
  static List<Class<? extends CityEvent>> types() {
    return FullEvents.types();
  }

  @Test
  void everyTypeOfEventHasASchemaAndNoOtherDoes() {
    Set<String> offered = new TreeSet<>();
    Contract.read("schemas/CityEvent.json")
        .path("oneOf")
        .forEach(branch -> offered.add(branch.path("$ref").asText().replace(".json", "")));
    assertEquals(
        types().stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)),
        offered);
  }

  @ParameterizedTest
  @MethodSource("types")
  void fieldsAreThoseOfTheRecord(Class<? extends CityEvent> type) {
    Shape shape = Contract.shape(type.getSimpleName());
    Set<String> fields = Vocabulary.fields(type);
    fields.add("type");
    assertEquals(fields, new TreeSet<>(shape.properties().keySet()));
    Vocabulary.assertWords(type, shape);
    assertEquals(type.getSimpleName(), shape.property("type").keyword("const").asText());
  }

  @Test
  void innerObjectsHaveTheFieldsOfTheirRecords() {
    assertEquals(
        Vocabulary.fields(Position.class),
        Contract.shape("Position").properties().keySet());
    assertEquals(
        Vocabulary.fields(UnitTimes.class),
        new TreeSet<>(Contract.shape("UnitTimes").properties().keySet()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatTheWriterWritesIsValidAndUsesEveryField(Class<? extends CityEvent> type) {
    JsonNode full = FullEvents.of(type);
    CityEvent event = assertInstanceOf(
            EventDecoder.Accepted.class, EventDecoder.decode(bytes(full)), full.toString())
        .event();
    assertEquals(type, event.getClass());
    JsonNode written = Mutants.parse(EventWriter.full(event));
    assertEquals(List.of(), Contract.strictObjections(type.getSimpleName(), written));
    assertEquals(List.of(), Contract.objections("CityEvent", written));
    assertEquals(names(full), names(written));
    assertEquals(
        new TreeSet<>(Contract.shape(type.getSimpleName()).properties().keySet()), names(full));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @MethodSource("types")
  void schemaAndDecoderAgreeOnEveryMutant(Class<? extends CityEvent> type) {
    String name = type.getSimpleName();
    List<String> apart = Mutants.of(Contract.shape(name), FullEvents.of(type)).stream()
        .filter(m -> Contract.objections(name, m.message()).isEmpty() != accepts(m.message()))
        .map(m -> m.what() + ": schema " + Contract.objections(name, m.message()) + ", decoder "
            + EventDecoder.decode(bytes(m.message())))
        .toList();
    assertEquals(List.of(), apart);
  }

  @ParameterizedTest
  @MethodSource("types")
  void withoutARequiredFieldNeitherTakesIt(Class<? extends CityEvent> type) {
    Shape shape = Contract.shape(type.getSimpleName());
    Stream<String> tried = Mutants.of(shape, FullEvents.of(type)).stream()
        .filter(m -> m.what().startsWith(" without ") && !accepts(m.message()))
        .map(m -> m.what().substring(" without ".length()));
    assertEquals(
        new TreeSet<>(shape.required()), tried.collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean accepts(JsonNode event) {
    return EventDecoder.decode(bytes(event)) instanceof EventDecoder.Accepted;
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyFullEventIsOfItsType() {
    assertEquals(Arrays.asList(CityEvent.class.getPermittedSubclasses()), types());
  }
}

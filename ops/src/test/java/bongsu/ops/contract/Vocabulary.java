package bongsu.ops.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.core.event.Origin;
import bongsu.core.event.Personal;
import bongsu.core.wire.WireEnum;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What the records and enums of core call their fields and words on the wire. */
final class Vocabulary {
  private Vocabulary() {}

  /** The fields of a record; who reported it and what is personal lie beside the others. */
  static Set<String> fields(Class<?> type) {
    Set<String> fields = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents())
      if (component.getType() == Origin.class || component.getType() == Personal.class)
        fields.addAll(fields(component.getType()));
      else fields.add(component.getName());
    return fields;
  }

  static Set<String> words(Class<?> type) {
    Set<String> words = new LinkedHashSet<>();
    for (Object constant : type.getEnumConstants()) words.add(WireEnum.wordOf((Enum<?>) constant));
    return words;
  }

  /** Each component that is an enum has its words in the schema, and no other field has any. */
  static void assertWords(Class<?> type, Shape shape) {
    for (RecordComponent component : type.getRecordComponents())
      if (shape.properties().containsKey(component.getName()))
        assertEquals(
            component.getType().isEnum() ? words(component.getType()) : Set.of(),
            shape.property(component.getName()).words(),
            component.getName());
  }

  static Set<String> simpleNames(Class<?>... types) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(types).forEach(type -> names.add(type.getSimpleName()));
    return names;
  }
}

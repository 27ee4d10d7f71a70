package bongsu.core.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of an enum as they stand on the wire: {@code GAS_LEAK} is {@code gasLeak}, unless the
 * constant implements {@link Named}.
 */
public final class WireEnum<E extends Enum<E>> {
  /** A constant whose wire word is not its own name in camel case. */
  public interface Named {
    String wire();
  }

  private static final ClassValue<String[]> WORDS = new ClassValue<>() {
    @Override
    protected String[] computeValue(Class<?> type) {
      return words(type);
    }
  };

  private final Map<String, E> byWord;

  private WireEnum(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) words.put(wordOf(constant), constant);
    byWord = Collections.unmodifiableMap(words);
  }

  public static <E extends Enum<E>> WireEnum<E> of(Class<E> type) {
    return new WireEnum<>(type);
  }

  public Optional<E> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /** All words, in order, for an error that says what is allowed. */
  public String allowed() {
    return String.join(", ", byWord.keySet());
  }

  /** The word of a constant on the wire. */
  public static String wordOf(Enum<?> constant) {
    return WORDS.get(constant.getDeclaringClass())[constant.ordinal()];
  }

  private static String[] words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> word((Enum<?>) constant))
        .toArray(String[]::new);
  }

  private static String word(Enum<?> constant) {
    return constant instanceof Named named ? named.wire() : camelCase(constant.name());
  }

  private static String camelCase(String name) {
    String joined = Arrays.stream(name.split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
    return joined.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + joined.substring(1);
  }
}

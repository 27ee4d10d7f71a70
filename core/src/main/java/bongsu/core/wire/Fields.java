package bongsu.core.wire;

import bongsu.core.geo.Position;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, scanned once from a parser. Getters throw {@link
 * RejectedException} naming the field. Not thread-safe; one per message.
 */
public final class Fields {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private static final JsonFactory OWN = new JsonFactory();

  private String[] names = new String[12];
  private @Nullable Object[] values = new Object[12];
  private int size;

  /**
   * Reads the object the parser stands on.
   *
   * @param parser at {@code START_OBJECT}; afterwards at its {@code END_OBJECT}
   */
  public static Fields read(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(name, parser));
    }
    return fields;
  }

  /** Reads what we wrote ourselves: one object as text. */
  public static Fields parse(String json) {
    try (JsonParser parser = OWN.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT)
        throw new RejectedException("", "must be a JSON object");
      return read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("what we stored does not decode", e);
    }
  }

  private static @Nullable Object value(String name, JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> clean(name, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case START_OBJECT -> read(parser);
      case START_ARRAY -> list(name, parser);
      default -> null;
    };
  }

  private static List<@Nullable Object> list(String name, JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(name, parser));
    return items;
  }

  /** PostgreSQL keeps no NUL in text, so one such character would fail the whole batch it is in. */
  private static String clean(String name, String text) {
    if (hasLoneSurrogate(text))
      throw new RejectedException(name, "must not contain half a surrogate pair");
    if (text.indexOf('\0') >= 0)
      throw new RejectedException(name, "must not contain the NUL character");
    return text;
  }

  /** Half a pair has no UTF-8: it would come back from the store as another text. */
  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) continue;
      if (Character.charCount(text.codePointAt(i)) != 2) return true;
      i++;
    }
    return false;
  }

  private void put(String name, @Nullable Object value) {
    if (size == names.length) {
      names = java.util.Arrays.copyOf(names, size * 2);
      values = java.util.Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size++] = value;
  }

  private @Nullable Object raw(String name) {
    for (int i = 0; i < size; i++) if (names[i].equals(name)) return values[i];
    return null;
  }

  public boolean has(String name) {
    return raw(name) != null;
  }

  /** @param maxLength in characters; the empty text counts as missing */
  public String text(String name, int maxLength) {
    String text = findText(name, maxLength).orElse("");
    if (text.isEmpty()) throw new RejectedException(name, "is required");
    return text;
  }

  public Optional<String> findText(String name, int maxLength) {
    Object raw = raw(name);
    if (raw == null) return Optional.empty();
    if (!(raw instanceof String text)) throw new RejectedException(name, "must be text");
    if (text.length() > maxLength)
      throw new RejectedException(
          name, "must be at most " + maxLength + " characters, was " + text.length());
    return Optional.of(text);
  }

  /** An id: 1 to {@code maxLength} printable characters without spaces at its ends. */
  public String id(String name, int maxLength) {
    String text = text(name, maxLength);
    boolean spaced = Character.isWhitespace(text.charAt(0))
        || Character.isWhitespace(text.charAt(text.length() - 1));
    if (spaced || hasControl(text))
      throw new RejectedException(
          name, "must have no control characters and no spaces at its ends");
    return text;
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) if (Character.isISOControl(text.charAt(i))) return true;
    return false;
  }

  public <E extends Enum<E>> E oneOf(String name, WireEnum<E> words) {
    return findOneOf(name, words)
        .orElseThrow(() -> new RejectedException(name, "is required, one of " + words.allowed()));
  }

  public <E extends Enum<E>> Optional<E> findOneOf(String name, WireEnum<E> words) {
    Optional<String> text = findText(name, 64);
    if (text.isEmpty()) return Optional.empty();
    Optional<E> constant = words.find(text.get());
    if (constant.isEmpty()) throw new RejectedException(name, "must be one of " + words.allowed());
    return constant;
  }

  public double number(String name, double min, double max) {
    Double number = findNumber(name, min, max);
    if (number == null) throw new RejectedException(name, "is required");
    return number;
  }

  public @Nullable Double findNumber(String name, double min, double max) {
    Object raw = raw(name);
    if (raw == null) return null;
    if (!(raw instanceof Double number)) throw new RejectedException(name, "must be a number");
    if (!Double.isFinite(number)) throw new RejectedException(name, "must be finite");
    if (number < min || number > max)
      throw new RejectedException(
          name, "must be within " + plain(min) + ".." + plain(max) + ", was " + plain(number));
    return number;
  }

  public @Nullable Integer findWhole(String name, int min, int max) {
    Double number = findNumber(name, min, max);
    if (number == null) return null;
    if (number != Math.rint(number)) throw new RejectedException(name, "must be a whole number");
    return number.intValue();
  }

  public int whole(String name, int min, int max) {
    Integer whole = findWhole(name, min, max);
    if (whole == null) throw new RejectedException(name, "is required");
    return whole;
  }

  public boolean flag(String name) {
    Object raw = raw(name);
    if (raw == null) return false;
    if (!(raw instanceof Boolean flag)) throw new RejectedException(name, "must be true or false");
    return flag;
  }

  public Instant time(String name) {
    return findTime(name)
        .orElseThrow(() ->
            new RejectedException(name, "is required, a time like 2026-08-06T05:50:00+09:00"));
  }

  public Optional<Instant> findTime(String name) {
    Optional<String> text = findText(name, 40);
    if (text.isEmpty()) return Optional.empty();
    try {
      Instant time = Times.parse(text.get());
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST))
        throw new RejectedException(name, "must be between 1990 and 2100");
      return Optional.of(time);
    } catch (DateTimeException e) {
      throw new RejectedException(
          name, "must be RFC 3339 with an offset, like 2026-08-06T05:50:00+09:00");
    }
  }

  public Position position(String name) {
    return findPosition(name)
        .orElseThrow(() -> new RejectedException(name, "is required, {\"latDeg\":…,\"lonDeg\":…}"));
  }

  public Optional<Position> findPosition(String name) {
    Object raw = raw(name);
    if (raw == null) return Optional.empty();
    if (!(raw instanceof Fields inner))
      throw new RejectedException(name, "must be an object {\"latDeg\":…,\"lonDeg\":…}");
    return Optional.of(within(name, () -> {
      Double accuracy = inner.findNumber("accuracyM", 0, 1e6);
      return new Position(
          inner.number("latDeg", -90, 90),
          inner.number("lonDeg", -180, 180),
          accuracy == null ? 0 : accuracy);
    }));
  }

  /** The object under a name. */
  public Fields object(String name) {
    return findObject(name)
        .orElseThrow(() -> new RejectedException(name, "is required, an object"));
  }

  public Optional<Fields> findObject(String name) {
    Object raw = raw(name);
    if (raw == null) return Optional.empty();
    if (!(raw instanceof Fields inner)) throw new RejectedException(name, "must be an object");
    return Optional.of(inner);
  }

  /** The objects of an array field, none when it is missing. */
  public List<Fields> objects(String name, int max) {
    Object raw = raw(name);
    if (raw == null) return List.of();
    if (!(raw instanceof List<?> items)) throw new RejectedException(name, "must be an array");
    if (items.size() > max)
      throw new RejectedException(name, "must have at most " + max + " items");
    List<Fields> objects = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Fields fields))
        throw new RejectedException(name, "must hold objects only");
      objects.add(fields);
    }
    return objects;
  }

  /** Runs a reader of an inner object; what it refuses is named {@code outer.inner}. */
  public static <T> T within(String outer, java.util.function.Supplier<T> reader) {
    try {
      return reader.get();
    } catch (RejectedException e) {
      throw new RejectedException(
          outer + "." + e.rejection().field(), e.rejection().reason());
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}

package bongsu.core.wire;

import bongsu.core.geo.Position;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Builds JSON text in a fixed field order, the same bytes for the same values on every run. Null
 * values are left out. Positions and times are written as docs/interface.md says.
 */
public final class JsonText {
  private static final JsonStringEncoder QUOTER = JsonStringEncoder.getInstance();

  private final StringBuilder out = new StringBuilder(256);
  private boolean first = true;

  /** Starts an object, as an item of a list or on its own. */
  public JsonText open() {
    comma();
    return begin('{');
  }

  /** Starts an object under a name. */
  public JsonText open(String name) {
    name(name);
    return begin('{');
  }

  public JsonText close() {
    return end('}');
  }

  public JsonText openList(String name) {
    name(name);
    return begin('[');
  }

  /** Starts a list on its own. */
  public JsonText openList() {
    comma();
    return begin('[');
  }

  public JsonText closeList() {
    return end(']');
  }

  public JsonText put(String name, @Nullable String value) {
    if (value == null) return this;
    name(name);
    quote(value);
    return this;
  }

  public JsonText put(String name, @Nullable Enum<?> value) {
    return value == null ? this : put(name, WireEnum.wordOf(value));
  }

  public JsonText put(String name, @Nullable Integer value) {
    if (value == null) return this;
    name(name);
    out.append(value.intValue());
    return this;
  }

  public JsonText put(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  public JsonText put(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  /** A whole number is written without a fraction. */
  public JsonText put(String name, @Nullable Double value) {
    if (value == null) return this;
    name(name);
    number(value);
    return this;
  }

  /** RFC 3339 in UTC with milliseconds. */
  public JsonText put(String name, @Nullable Instant value) {
    if (value == null) return this;
    name(name);
    out.append('"').append(time(value)).append('"');
    return this;
  }

  public JsonText put(String name, @Nullable Position value) {
    if (value == null) return this;
    open(name).put("latDeg", value.latDeg()).put("lonDeg", value.lonDeg());
    if (value.accuracyM() > 0) put("accuracyM", value.accuracyM());
    return close();
  }

  /** A field whose value may be null and is written as such. */
  public JsonText putNull(String name) {
    name(name);
    out.append("null");
    return this;
  }

  /** A value that is JSON already. */
  public JsonText raw(String name, String json) {
    name(name);
    out.append(json);
    return this;
  }

  /** An item of the open list that is JSON already. */
  public JsonText item(String json) {
    comma();
    out.append(json);
    return this;
  }

  public JsonText items(Collection<String> json) {
    json.forEach(this::item);
    return this;
  }

  /** Milliseconds always, so that times sort as text. */
  public static String time(Instant value) {
    String text = value.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) out.append((long) value);
    else out.append(value);
  }

  private void name(String name) {
    comma();
    quote(name);
    out.append(':');
  }

  private void quote(String text) {
    out.append('"');
    if (isPlain(text)) out.append(text);
    else QUOTER.quoteAsString(text, out);
    out.append('"');
  }

  /** Most texts need no escape; the library takes them character by character. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') return false;
    }
    return true;
  }

  private void comma() {
    if (!first) out.append(',');
    first = false;
  }

  private JsonText begin(char bracket) {
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonText end(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }
}

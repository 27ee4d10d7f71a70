package bongsu.core.wire;

import bongsu.core.event.CityEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decodes messages from feeds: one event, or a request of several. Safe for any thread. */
public final class EventDecoder {
  /** The largest event taken, in bytes. */
  public static final int MAX_EVENT_BYTES = 64 * 1024;

  /** The most events in one request. */
  public static final int MAX_EVENTS = 1_000;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_BEGINNING_BYTES = 200;
  private static final String TOO_LARGE = "an event must be at most 65536 bytes";
  private static final String NO_OBJECT = "must be a JSON object";
  private static final JsonFactory JSON = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_EVENT_BYTES)
          .maxNumberLength(64)
          .maxNameLength(256)
          .build())
      .build();

  private EventDecoder() {}

  /** Either an event or the reason why it is none. */
  public sealed interface Decoded {}

  /** @param event understood and within its limits */
  public record Accepted(CityEvent event) implements Decoded {}

  /**
   * @param rejection what the sender should mend
   * @param beginning of what was refused, at most 200 bytes; personal fields are still in it
   */
  public record Refused(Rejection rejection, String beginning) implements Decoded {}

  /** Decodes one event. */
  public static Decoded decode(byte[] message) {
    if (message.length > MAX_EVENT_BYTES) return refused(TOO_LARGE, message);
    try (JsonParser parser = JSON.createParser(message)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return refused(NO_OBJECT, message);
      Decoded decoded = decodeObject(parser, message);
      if (decoded instanceof Accepted && parser.nextToken() != null)
        return refused("more follows after the object", message);
      return decoded;
    } catch (IOException e) {
      return refused(notJson(e), message);
    }
  }

  /**
   * Decodes the body of a request: one object, or an array of up to {@link #MAX_EVENTS}.
   *
   * @return one entry for each item, in order
   * @throws RejectedException when the body as a whole is no such JSON
   */
  public static List<Decoded> decodeRequest(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) return List.of(decodeObject(parser, body));
      if (token != JsonToken.START_ARRAY)
        throw new RejectedException("", "must be a JSON object or an array of them");
      return items(parser, body);
    } catch (IOException e) {
      throw new RejectedException("", notJson(e));
    }
  }

  /**
   * The fields of a body that is one object of another vocabulary, within the same limits.
   *
   * @throws RejectedException when it is no such JSON
   */
  public static Fields decodeFields(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new RejectedException("", NO_OBJECT);
      return Fields.read(parser);
    } catch (IOException e) {
      throw new RejectedException("", notJson(e));
    }
  }

  private static List<Decoded> items(JsonParser parser, byte[] body) throws IOException {
    List<Decoded> decoded = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (decoded.size() == MAX_EVENTS)
        throw new RejectedException("", "must have at most 1000 events");
      int from = startOf(parser);
      Decoded item = parser.currentToken() == JsonToken.START_OBJECT
          ? decodeObject(parser, body)
          : notObject(parser, body);
      int to = endOf(parser);
      decoded.add(
          to - from > MAX_EVENT_BYTES
              ? new Refused(new Rejection("", TOO_LARGE), beginning(body, from, to))
              : item);
    }
    return decoded;
  }

  private static Decoded notObject(JsonParser parser, byte[] body) throws IOException {
    int from = startOf(parser);
    parser.skipChildren();
    return new Refused(new Rejection("", NO_OBJECT), beginning(body, from, endOf(parser)));
  }

  private static Decoded decodeObject(JsonParser parser, byte[] body) throws IOException {
    int depth = depthOf(parser);
    int from = startOf(parser);
    try {
      return new Accepted(EventReader.read(Fields.read(parser)));
    } catch (RejectedException e) {
      while (depthOf(parser) >= depth && parser.nextToken() != null) continue;
      return new Refused(e.rejection(), beginning(body, from, endOf(parser)));
    }
  }

  private static int startOf(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  private static int endOf(JsonParser parser) {
    return (int) parser.currentLocation().getByteOffset();
  }

  /** Of a body that is not UTF-8 the parser's counts are no bytes: they only bound. */
  private static String beginning(byte[] body, int from, int to) {
    int start = Math.max(0, from);
    int end = to < 0 ? body.length : Math.min(to, body.length);
    int length = Math.min(end - start, MAX_BEGINNING_BYTES);
    return new String(body, start, length, StandardCharsets.UTF_8);
  }

  private static int depthOf(JsonParser parser) {
    return parser.getParsingContext().getNestingDepth();
  }

  private static Refused refused(String reason, byte[] message) {
    return new Refused(new Rejection("", reason), beginning(message, 0, message.length));
  }

  private static String notJson(IOException e) {
    String why = e instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(e.getMessage());
    return "is not JSON: " + why.lines().findFirst().orElse("");
  }

  /** Decodes what we wrote ourselves. */
  public static CityEvent decodeOwn(String body) {
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      return EventReader.read(Fields.read(parser));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored event does not decode", e);
    }
  }
}

package bongsu.ops.sim;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The machine tokens the simulator was given, by the feed they speak for. */
final class Tokens {
  static final String ASSETS = "sim-assets";

  private final List<Wish> wishes;
  private final Map<String, String> texts;

  /** One line of {@code sim/tokens.yaml}; rights are words of {@code bongsu.core.access.Right}. */
  record Wish(String name, List<String> sources, List<String> rights) {}

  /**
   * A token as it was given.
   *
   * @param text {@code NAME.SECRET}; the name, which is the MQTT user name, may differ from the wish
   */
  record Token(String text) {
    Token {
      if (text.lastIndexOf('.') < 1)
        throw new IllegalArgumentException("a token must be NAME.SECRET");
    }

    String name() {
      return text.substring(0, text.lastIndexOf('.'));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** @param texts tokens by the name of their wish */
  Tokens(Map<String, String> texts) {
    this.wishes = listWishes();
    this.texts = Map.copyOf(texts);
  }

  static List<Wish> listWishes() {
    try (InputStream yaml = Tokens.class.getResourceAsStream("/sim/tokens.yaml")) {
      return new YAMLMapper()
          .readValue(Objects.requireNonNull(yaml), new TypeReference<List<Wish>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("sim/tokens.yaml", e);
    }
  }

  /** The token that speaks for a feed. */
  Token getOf(String source) {
    return wishes.stream()
        .filter(wish -> wish.sources().contains(source))
        .findFirst()
        .map(wish -> get(wish.name()))
        .orElseThrow(() -> new IllegalArgumentException("no token for source " + source));
  }

  /** The token of the wish of that name. */
  Token get(String name) {
    String text = texts.get(name);
    if (text == null)
      throw new IllegalArgumentException("the simulator was not given its token " + name);
    return new Token(text);
  }
}

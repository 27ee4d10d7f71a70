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
  private final Map<String, String> secrets;

  /** One line of {@code sim/tokens.yaml}; rights are words of {@code bongsu.core.access.Right}. */
  record Wish(String name, List<String> sources, List<String> rights) {}

  /** A token's name, which is also the MQTT user name, and the token itself. */
  record Token(String name, String secret) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** @param secrets tokens by name */
  Tokens(Map<String, String> secrets) {
    this.wishes = listWishes();
    this.secrets = Map.copyOf(secrets);
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

  /** The token of that name. */
  Token get(String name) {
    String secret = secrets.get(name);
    if (secret == null)
      throw new IllegalArgumentException("the simulator was not given its token " + name);
    return new Token(name, secret);
  }
}

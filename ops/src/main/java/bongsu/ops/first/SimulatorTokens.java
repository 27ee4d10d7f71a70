package bongsu.ops.first;

import bongsu.core.access.Right;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.FirstStart;
import bongsu.ops.postgres.PrivateFiles;
import bongsu.verticles.access.TokenGrant;
import bongsu.verticles.access.TokenStore;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the simulator the tokens it asks for in {@code sim/tokens.yaml}, like any feed's. */
public final class SimulatorTokens implements FirstStart {
  private static final String WISHES = "/sim/tokens.yaml";
  private static final int MOST_TRIES = 20;

  /** What one token is to allow. */
  record Wish(String name, List<String> sources, List<String> rights) {}

  @Override
  public String name() {
    return "simulator tokens";
  }

  @Override
  public String run(Context context) throws Exception {
    Map<String, String> tokens = new HashMap<>();
    try (OpenStore store = OpenStore.at(context.store())) {
      TokenStore all = new TokenStore(store.pool());
      for (Wish wish : wishes()) tokens.put(wish.name(), store.get(create(all, wish, 1)));
    }
    PrivateFiles.write(
        context.dir().simulatorTokens(), new ObjectMapper().writeValueAsString(tokens));
    return tokens.size() + " tokens";
  }

  private static List<Wish> wishes() throws IOException {
    try (InputStream in = SimulatorTokens.class.getResourceAsStream(WISHES)) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Wish>>() {});
    }
  }

  /** A name may be taken by a first start that was killed: its token's text is lost, so another name. */
  private static Future<String> create(TokenStore store, Wish wish, int attempt) {
    Set<Right> rights = wish.rights().stream()
        .map(word -> Right.find(word).orElseThrow())
        .collect(Collectors.toSet());
    String name = attempt == 1 ? wish.name() : wish.name() + "-" + attempt;
    return store
        .create("launcher", new TokenGrant(name, Set.copyOf(wish.sources()), rights, false, null))
        .recover(taken -> taken instanceof IllegalArgumentException && attempt < MOST_TRIES
            ? create(store, wish, attempt + 1)
            : Future.failedFuture(taken));
  }
}

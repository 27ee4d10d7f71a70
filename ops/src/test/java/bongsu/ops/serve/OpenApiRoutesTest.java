package bongsu.ops.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import bongsu.core.access.Right;
import bongsu.ops.city.DemoCity;
import bongsu.ops.contract.Contract;
import bongsu.ops.launch.CityTime;
import bongsu.ops.launch.Configuration;
import bongsu.ops.launch.KeyFile;
import bongsu.ops.launch.NodeSettings;
import bongsu.ops.postgres.StoreAddress;
import bongsu.verticles.page.WebRoot;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /api/v1/openapi.yaml} against the router that a node really serves. */
class OpenApiRoutesTest {
  /** Pages and their files, which are for browsers. */
  private static final Set<String> PAGES = pages();

  private static final JsonNode PATHS = Contract.read("openapi.yaml").path("paths");

  @TempDir
  private Path dir;

  private static Set<String> pages() {
    Set<String> pages = new TreeSet<>(List.of("/", "/ui/", "/lib/"));
    for (String file :
        WebRoot.read(Node.class.getClassLoader(), "webroot").files().keySet())
      if (file.endsWith(".html") && !file.contains("/"))
        pages.add("/" + file.substring(0, file.length() - ".html".length()));
    return pages;
  }

  @Test
  void everyRouteOfTheNodeIsDescribedAndNothingElseIs() throws Exception {
    assertEquals(described(), served());
  }

  private Set<String> served() throws Exception {
    DemoCity.writeTo(dir.resolve("city"));
    KeyFile.make(dir);
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      new Node(vertx, settings()).routes(vertx).forEach(routes -> routes.mount(router));
      Set<String> served = new TreeSet<>();
      for (Route route : router.getRoutes())
        if (!PAGES.contains(route.getPath())) {
          assertFalse(route.isRegexPath() && !route.getPath().contains(":"), route.getPath());
          assertNotNull(route.methods(), route.getPath() + " takes every method");
          for (HttpMethod method : route.methods())
            served.add(method.name() + " " + route.getPath().replaceAll(":(\\w+)", "{$1}"));
        }
      return served;
    } finally {
      vertx.close().await();
    }
  }

  /** Nobody listens there: wiring asks no store. */
  private NodeSettings settings() {
    return new NodeSettings(
        "node-1",
        "127.0.0.1",
        1,
        2,
        3,
        List.of(),
        dir.toString(),
        new StoreAddress("127.0.0.1", 1, "bongsu", "app", "none"),
        new CityTime(null, OffsetDateTime.now(ZoneOffset.UTC), 1),
        new Configuration(
            "127.0.0.1",
            1,
            2,
            1,
            false,
            null,
            1,
            512,
            1,
            new Configuration.Telemetry(7, 10),
            new Configuration.Limits(10, 10, 10),
            new Configuration.Backup(null, 60),
            new Configuration.Journal(2, 1),
            null,
            null,
            null));
  }

  private static Set<String> described() {
    Set<String> described = new TreeSet<>();
    PATHS.properties().forEach(path -> path.getValue()
        .fieldNames()
        .forEachRemaining(
            method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return described;
  }

  @Test
  void everyOperationSaysItsNameParametersAndAnswers() {
    Set<String> names = new TreeSet<>();
    for (JsonNode path : PATHS)
      for (JsonNode operation : path) {
        names.add(operation.path("operationId").asText());
        assertFalse(operation.path("summary").asText().isEmpty());
        assertFalse(operation.path("responses").isEmpty());
        assertFalse(operation.path("security").isMissingNode(), "each says who may");
      }
    assertEquals(described().size(), names.size(), "each has a name of its own");
  }

  @Test
  void everyParameterOfAPathIsDescribed() {
    PATHS.properties().forEach(path -> {
      Set<String> named = new TreeSet<>();
      java.util.regex.Pattern.compile("\\{(\\w+)}")
          .matcher(path.getKey())
          .results()
          .forEach(found -> named.add(found.group(1)));
      for (JsonNode operation : path.getValue()) assertEquals(named, pathParameters(operation));
    });
  }

  private static Set<String> pathParameters(JsonNode operation) {
    Set<String> found = new TreeSet<>();
    for (JsonNode given : operation.path("parameters")) {
      JsonNode parameter = given.has("$ref")
          ? Contract.read("openapi.yaml").at(given.path("$ref").asText().substring(1))
          : given;
      if (parameter.path("in").asText().equals("path"))
        found.add(parameter.path("name").asText());
    }
    return found;
  }

  @Test
  void rightsAreThoseThereAre() {
    for (JsonNode security : PATHS.findValues("security"))
      for (JsonNode way : security)
        for (JsonNode rights : way)
          for (JsonNode right : rights)
            assertFalse(Right.find(right.asText()).isEmpty(), right.asText());
  }
}

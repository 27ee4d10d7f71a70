package bongsu.verticles.page;

import bongsu.core.access.Right;
import bongsu.verticles.access.Gate;
import bongsu.verticles.web.Encoded;
import bongsu.verticles.web.Problems;
import bongsu.verticles.web.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The pages, their files, and the two descriptions of the city they begin with. Files are served
 * under the names they had at start: the request's path is compared, never resolved. The pages hold
 * no data, so anyone may load them; a redirect for those not signed in would hit people who follow
 * a link from elsewhere as well, because a browser sends no SameSite=Strict cookie there.
 */
public final class PageRoutes implements Routes {
  /** Files need a policy too: an SVG opened on its own can hold a script. */
  private static final String FILE_POLICY = ContentSecurity.policyFor("");

  private final Gate gate;
  private final Map<String, Encoded> files = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();
  private final Encoded city;
  private final Encoded baseMap;

  private record Page(Encoded body, String policy) {}

  /**
   * @param root {@code NAME.html} is the page {@code /NAME}; files under {@code ui} and {@code lib}
   *     keep their paths; anything else is not served
   * @param cityJson the answer of {@code GET /api/v1/city}
   * @param baseMapJson the answer of {@code GET /map/base.json}
   */
  public PageRoutes(Gate gate, WebRoot root, byte[] cityJson, byte[] baseMapJson) {
    this.gate = gate;
    this.city = Encoded.gzipped("application/json", cityJson);
    this.baseMap = Encoded.gzipped("application/geo+json", baseMapJson);
    root.files().forEach(this::add);
  }

  @Override
  public void mount(Router router) {
    router.get("/").handler(PageRoutes::toConsole);
    pages.forEach((path, page) -> router.get(path).handler(ctx -> show(ctx, page)));
    router.get("/ui/*").handler(this::file);
    router.get("/lib/*").handler(this::file);
    router.get("/api/v1/city").handler(gate.require(Right.READ_ASSETS)).handler(city::send);
    router.get("/map/base.json").handler(gate.require(Right.READ_ASSETS)).handler(baseMap::send);
  }

  private void add(String name, byte[] bytes) {
    Encoded body = ContentTypes.encode(name, bytes);
    if (name.startsWith("ui/") || name.startsWith("lib/")) files.put("/" + name, body);
    else if (name.endsWith(".html") && !name.contains("/"))
      pages.put(
          "/" + name.substring(0, name.length() - ".html".length()),
          new Page(body, ContentSecurity.policyFor(new String(bytes, StandardCharsets.UTF_8))));
  }

  private void file(RoutingContext ctx) {
    Encoded body = files.get(ctx.request().path());
    if (body == null) {
      Problems.send(ctx, 404, "Not Found", "there is no such file");
      return;
    }
    secure(ctx.response(), FILE_POLICY);
    body.send(ctx);
  }

  private static void show(RoutingContext ctx, Page page) {
    secure(ctx.response(), page.policy());
    page.body().send(ctx);
  }

  private static void toConsole(RoutingContext ctx) {
    secure(ctx.response(), FILE_POLICY);
    ctx.response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, "/console")
        .end();
  }

  private static void secure(HttpServerResponse response, String policy) {
    response
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
  }
}

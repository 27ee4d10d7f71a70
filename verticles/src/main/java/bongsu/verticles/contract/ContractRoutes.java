package bongsu.verticles.contract;

import bongsu.verticles.page.WebRoot;
import bongsu.verticles.web.Encoded;
import bongsu.verticles.web.Routes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code /api/v1/openapi.yaml}, {@code /api/v1/asyncapi.yaml} and {@code /api/v1/schemas/NAME.json},
 * the files as they are. For everyone, as the pages are: they hold no data, and whoever is to ask
 * for a token reads them first.
 */
public final class ContractRoutes implements Routes {
  private static final String ROOT = "/api/v1/";
  private static final String FOLDER = "contract";

  private final Map<String, Encoded> files = new HashMap<>();

  /** Reads the files at once, so that no request names one. */
  public ContractRoutes() {
    WebRoot.read(ContractRoutes.class.getClassLoader(), FOLDER)
        .files()
        .forEach((name, bytes) -> files.put(ROOT + name, Encoded.gzipped(typeOf(name), bytes)));
  }

  @Override
  public void mount(Router router) {
    router.get(ROOT + "openapi.yaml").handler(this::send);
    router.get(ROOT + "asyncapi.yaml").handler(this::send);
    router.get(ROOT + "schemas/:name").handler(this::send);
  }

  private void send(RoutingContext ctx) {
    Encoded file = files.get(ctx.request().path());
    if (file == null) ctx.fail(404);
    else file.send(ctx);
  }

  private static String typeOf(String name) {
    return name.endsWith(".yaml") ? "application/yaml" : "application/schema+json";
  }
}

package bongsu.verticles.web;

import io.vertx.ext.web.Router;

/** A group of HTTP routes that belong together. */
public interface Routes {
  /** Adds them to the root router: 5.0 sub-routers let encoded path traversal through. */
  void mount(Router router);
}

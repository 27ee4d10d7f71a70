package bongsu.verticles.web;

import io.vertx.core.net.NetServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where a door listens; all nodes and event loops of a machine share the port.
 *
 * @param tls null for none
 */
public record Listening(String host, int port, @Nullable Tls tls) {
  /** Sets a server up for it. */
  public void setUp(NetServerOptions options) {
    options.setHost(host).setPort(port).setReusePort(true).setTcpNoDelay(true);
    if (tls != null) tls.secure(options);
  }
}

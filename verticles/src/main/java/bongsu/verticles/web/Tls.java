package bongsu.verticles.web;

import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;

/**
 * What makes a port speak TLS, 1.2 or 1.3.
 *
 * @param certificate path of a PEM file: the server's certificate, then those that vouch for it
 * @param key path of its private key, PEM
 */
public record Tls(String certificate, String key) {
  /** Makes a server that is about to open speak TLS only. */
  public void secure(NetServerOptions options) {
    options
        .setSsl(true)
        .setKeyCertOptions(new PemKeyCertOptions().setCertPath(certificate).setKeyPath(key))
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
        .setSslHandshakeTimeout(10);
  }
}

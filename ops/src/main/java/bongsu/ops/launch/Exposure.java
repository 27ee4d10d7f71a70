package bongsu.ops.launch;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** Whoever may reach us must not be able to listen in: without TLS or a proxy only loopback is served. */
final class Exposure {
  private Exposure() {}

  /** @throws LaunchException saying what is missing, or what is wrong with the PEM files */
  static void requireSafe(Configuration configuration) {
    Configuration.Tls tls = configuration.tls();
    if (tls != null) requireUsable(tls);
    else if (configuration.proxy() == null && !isLoopback(configuration.host()))
      throw new LaunchException("host " + configuration.host()
          + " can be reached from the network, but passwords and tokens would cross it in the clear:"
          + " configure tls or proxy (docs/operations.md, Opening it to a network)");
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new LaunchException("unknown host " + host + " (--host)", e);
    }
  }

  private static void requireUsable(Configuration.Tls tls) {
    Path certificate = readable("tls.certificate", tls.certificate());
    Path key = readable("tls.key", tls.key());
    try {
      SslContextBuilder.forServer(certificate.toFile(), key.toFile()).build();
    } catch (IllegalArgumentException | SSLException e) {
      throw new LaunchException(
          "tls: " + certificate + " and " + key + " are not a PEM certificate and its key", e);
    }
  }

  private static Path readable(String name, String file) {
    Path path = Path.of(file);
    try {
      Files.readAllBytes(path);
      return path;
    } catch (IOException e) {
      throw new LaunchException(name + ": " + file + " cannot be read", e);
    }
  }
}

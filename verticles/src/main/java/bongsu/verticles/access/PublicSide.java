package bongsu.verticles.access;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Set;

/**
 * How people reach this city: directly, or by a proxy whose word is taken for where they are.
 *
 * @param secure they reach us by HTTPS, ours or the proxy's
 * @param origins of our pages as a proxy serves them, such as {@code https://bongsu.city}; none
 *     without a proxy
 * @param proxies addresses, such as {@code 10.0.0.5}, whose {@code X-Forwarded-For} is believed
 */
public record PublicSide(boolean secure, Set<String> origins, Set<String> proxies) {
  /** Reached directly. */
  public static PublicSide direct(boolean secure) {
    return new PublicSide(secure, Set.of(), Set.of());
  }

  public PublicSide {
    origins = Set.copyOf(origins);
    proxies = Set.copyOf(proxies);
  }

  /**
   * The address of the other end. What a proxy of ours adds to X-Forwarded-For stands at its end;
   * what stands before may be anybody's invention.
   */
  public String addressOf(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String peer = remote == null ? "" : String.valueOf(remote.hostAddress());
    List<String> passed = request.headers().getAll("X-Forwarded-For").stream()
        .flatMap(header -> List.of(header.split(",")).stream())
        .map(String::strip)
        .toList();
    for (int i = passed.size() - 1; i >= 0; i--) {
      if (!proxies.contains(peer) || !isAddress(passed.get(i))) break;
      peer = passed.get(i);
    }
    return peer;
  }

  private static boolean isAddress(String text) {
    return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
  }
}

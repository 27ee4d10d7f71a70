package bongsu.verticles.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicSideTest {
  private final PublicSide behindTwo =
      new PublicSide(true, Set.of("https://bongsu.city"), Set.of("10.0.0.5", "10.0.0.6"));

  private static HttpServerRequest from(String peer, String... forwardedFor) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String line : forwardedFor) headers.add("X-Forwarded-For", line);
    return (HttpServerRequest) Proxy.newProxyInstance(
        PublicSideTest.class.getClassLoader(),
        new Class<?>[] {HttpServerRequest.class},
        (proxy, method, args) -> switch (method.getName()) {
          case "headers" -> headers;
          case "remoteAddress" -> SocketAddress.inetSocketAddress(4_711, peer);
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  @Test
  void theProxyTellsWhoCame() {
    assertEquals("203.0.113.9", behindTwo.addressOf(from("10.0.0.5", "203.0.113.9")));
    assertEquals("203.0.113.9", behindTwo.addressOf(from("10.0.0.5", "203.0.113.9, 10.0.0.6")));
    assertEquals("203.0.113.9", behindTwo.addressOf(from("10.0.0.5", "203.0.113.9", "10.0.0.6")));
  }

  @Test
  void whatASenderClaimsOfItselfIsNotBelieved() {
    assertEquals("203.0.113.9", behindTwo.addressOf(from("203.0.113.9", "10.1.1.1")));
    assertEquals("203.0.113.9", behindTwo.addressOf(from("10.0.0.5", "10.1.1.1, 203.0.113.9")));
    assertEquals("10.0.0.5", behindTwo.addressOf(from("10.0.0.5", "10.1.1.1, unknown")));
    assertEquals("203.0.113.9", PublicSide.direct(true).addressOf(from("203.0.113.9", "10.1.1.1")));
  }
}

package bongsu.verticles.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * The cookie that carries a session's id.
 *
 * @param secure people reach us by HTTPS: the cookie takes the {@code __Host-} prefix, which
 *     browsers accept over TLS only
 */
public record SessionCookie(boolean secure) {
  private String name() {
    return secure ? "__Host-bongsu" : "bongsu";
  }

  Optional<String> find(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name()))
        .map(Cookie::getValue)
        .filter(id -> !id.isEmpty() && id.length() <= 128);
  }

  void set(HttpServerResponse response, String id) {
    response.addCookie(cookie(id).setMaxAge(Sessions.LIFE.toSeconds()));
  }

  void clear(HttpServerResponse response) {
    response.addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(name(), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure);
  }
}

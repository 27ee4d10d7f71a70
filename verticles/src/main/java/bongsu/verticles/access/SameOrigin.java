package bongsu.verticles.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request comes from one of our own pages, by its Origin header: the scheme, host
 * and port must be those the request was sent to, or of a configured public address.
 */
public final class SameOrigin {
  private final Set<String> publicOrigins;

  /** @param publicOrigins such as {@code https://bongsu.city} when a proxy stands before us */
  public SameOrigin(Set<String> publicOrigins) {
    this.publicOrigins = publicOrigins.stream()
        .map(text ->
            normal(text).orElseThrow(() -> new IllegalArgumentException("not an origin: " + text)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** True only when the browser says so: without an Origin nobody knows where it comes from. */
  public boolean isOwn(HttpServerRequest request) {
    Optional<String> origin = find(request).flatMap(SameOrigin::normal);
    return origin.isPresent()
        && (publicOrigins.contains(origin.get()) || origin.equals(addressed(request)));
  }

  /** True when a page of another origin made the request; false for a program, which has none. */
  public boolean isForeign(HttpServerRequest request) {
    return find(request).isPresent() && !isOwn(request);
  }

  private static Optional<String> find(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN));
  }

  private static Optional<String> addressed(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? Optional.empty() : normal(request.scheme() + "://" + authority);
  }

  private static Optional<String> normal(String text) {
    try {
      URI uri = new URI(text);
      String path = uri.getRawPath();
      if (uri.getHost() == null || (path != null && !path.isEmpty())) return Optional.empty();
      String scheme = lower(uri.getScheme());
      int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(scheme) ? 443 : 80;
      return Optional.of(scheme + "://" + lower(uri.getHost()) + ":" + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}

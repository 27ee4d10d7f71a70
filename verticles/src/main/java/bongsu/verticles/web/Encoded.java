package bongsu.verticles.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body made once and sent many times, with its ETag. Immutable.
 *
 * @param gzip the same compressed, null when that gains nothing
 * @param etag weak, since both forms share it
 */
public record Encoded(
    String contentType, Buffer plain, @Nullable Buffer gzip, String etag) {
  /** A text that is worth compressing. */
  public static Encoded gzipped(String contentType, byte[] bytes) {
    return new Encoded(
        contentType, Buffer.buffer(bytes), Buffer.buffer(gzip(bytes)), etagOf(bytes));
  }

  /** Bytes that are compressed already, such as pictures and fonts. */
  public static Encoded plain(String contentType, byte[] bytes) {
    return new Encoded(contentType, Buffer.buffer(bytes), null, etagOf(bytes));
  }

  /** Answers with 304 when the sender has it already, else with the form that suits them. */
  public void send(RoutingContext ctx) {
    HttpServerResponse response = ctx.response()
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (isKnown(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    Buffer body = plain;
    if (gzip != null && takesGzip(ctx)) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      body = gzip;
    }
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (ctx.request().method().equals(HttpMethod.HEAD)) response.end();
    else response.end(body);
  }

  private boolean isKnown(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && (ifNoneMatch.contains(etag) || ifNoneMatch.strip().equals("*"));
  }

  private static boolean takesGzip(RoutingContext ctx) {
    String accepted = ctx.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.contains("gzip");
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("no file is involved", e);
    }
    return out.toByteArray();
  }

  private static String etagOf(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "W/\""
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

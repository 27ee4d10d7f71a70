package bongsu.verticles.access;

import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One row of the audit log.
 *
 * @param n counts from 1 without gaps
 * @param hash as stored; fits when it equals {@link #hashAfter} the row before
 */
public record AuditRow(
    long n, Instant at, String who, String what, String object, String detail, byte[] hash) {

  static AuditRow of(Row row) {
    return new AuditRow(
        row.getLong("n"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("who"),
        row.getString("what"),
        row.getString("object"),
        row.getString("detail"),
        row.getBuffer("hash").getBytes());
  }

  /** What the SQL function audit_hash computes, written independently of it. */
  byte[] hashAfter(byte[] previous) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    String own = n + "|" + micros + "|" + part(who) + part(what) + part(object) + part(detail);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(previous);
      return sha256.digest(own.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String part(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
  }
}

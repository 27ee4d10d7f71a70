package bongsu.verticles.access;

import bongsu.core.access.Right;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tokens in the store: created, listed and revoked, each change audited with it. */
public final class TokenStore {
  private static final String INSERT = """
      insert into token (name, hash, sources, rights, receipts_are_incidents, expires_at)
      values ($1, $2, $3, $4, $5, $6) on conflict (name) do nothing""";
  private static final String REVOKE =
      "update token set revoked_at = now() where name = $1 and revoked_at is null";
  private static final String LIST = """
      select name, hash, sources, rights, receipts_are_incidents, created_at, expires_at, revoked_at
      from token order by name""";

  private final Pool pool;

  public TokenStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * One token as it is kept.
   *
   * @param hash SHA-256 of the token's text
   */
  public record Kept(
      TokenGrant grant,
      byte[] hash,
      Instant createdAt,
      @Nullable Instant revokedAt) {}

  /**
   * Creates a token.
   *
   * @param who does it, for the audit log
   * @return the token's text, which is kept nowhere; fails with IllegalArgumentException when the
   *     name is taken
   */
  public Future<String> create(String who, TokenGrant grant) {
    String text = grant.name() + "." + Secrets.create();
    return pool.withTransaction(connection -> connection
            .preparedQuery(INSERT)
            .execute(tuple(grant, Secrets.sha256(text)))
            .compose(done -> done.rowCount() == 1
                ? Audit.append(connection, who, "token.create", grant.name(), summary(grant))
                : taken(grant.name())))
        .map(text);
  }

  /** Fails with IllegalArgumentException when there is no such valid token. */
  public Future<Void> revoke(String who, String name) {
    return pool.withTransaction(connection -> connection
        .preparedQuery(REVOKE)
        .execute(Tuple.of(name))
        .compose(done -> revoked(connection, done.rowCount(), who, name)));
  }

  /** All tokens, revoked and expired ones too, by name. */
  public Future<List<Kept>> list() {
    return pool.query(LIST).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
        .map(TokenStore::kept)
        .toList());
  }

  private static Future<Void> revoked(SqlConnection connection, int rows, String who, String name) {
    if (rows == 1) return Audit.append(connection, who, "token.revoke", name, "");
    return Future.failedFuture(new IllegalArgumentException("there is no valid token " + name));
  }

  private static Future<Void> taken(String name) {
    return Future.failedFuture(new IllegalArgumentException(
        "the token name " + name + " is taken (a revoked name is not used again)"));
  }

  private static Tuple tuple(TokenGrant grant, byte[] hash) {
    return Tuple.tuple()
        .addString(grant.name())
        .addValue(io.vertx.core.buffer.Buffer.buffer(hash))
        .addArrayOfString(grant.sources().stream().sorted().toArray(String[]::new))
        .addArrayOfString(wires(grant).toArray(String[]::new))
        .addBoolean(grant.receiptsAreIncidents())
        .addOffsetDateTime(grant.expiresAt() == null ? null : utc(grant.expiresAt()));
  }

  private static Stream<String> wires(TokenGrant grant) {
    return grant.rights().stream().map(Right::wire).sorted();
  }

  private static String summary(TokenGrant grant) {
    return "may " + wires(grant).collect(Collectors.joining(" ")) + "; speaks for "
        + String.join(" ", grant.sources().stream().sorted().toList());
  }

  private static Kept kept(Row row) {
    var grant = new TokenGrant(
        row.getString("name"),
        Set.of(row.getArrayOfStrings("sources")),
        rights(row.getArrayOfStrings("rights")),
        row.getBoolean("receipts_are_incidents"),
        instant(row.getOffsetDateTime("expires_at")));
    return new Kept(
        grant,
        row.getBuffer("hash").getBytes(),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("revoked_at")));
  }

  /** A right that a newer version wrote and this one does not know allows nothing here. */
  private static Set<Right> rights(String[] wires) {
    return Stream.of(wires).flatMap(wire -> Right.find(wire).stream()).collect(Collectors.toSet());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}

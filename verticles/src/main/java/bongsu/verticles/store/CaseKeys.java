package bongsu.verticles.store;

import bongsu.core.event.CityEvent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key a case (a receipt of a source) for its personal fields, wrapped by the {@link MasterKey}
 * in the table. Destroying the row destroys what it encrypted.
 */
public final class CaseKeys {
  private static final byte[] NOTHING = {};
  private static final String GET_OR_MAKE =
      "with given as (select distinct on (source, subject) * from "
          + "unnest($1::text[], $2::text[], $3::bytea[]) as g(source, subject, key)), "
          + "added as (insert into case_key select * from given on conflict do nothing returning *) "
          + "select * from added union all select k.* from case_key k join given using (source, subject)";

  /** The name of a case. */
  public record Case(String source, String subject) {}

  /** A case's key. */
  public static final class Key {
    private final byte[] bytes;

    private Key(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Nonce and ciphertext of a text. */
    public byte[] encrypt(String text) {
      return AesGcm.seal(bytes, text.getBytes(StandardCharsets.UTF_8), NOTHING);
    }

    /** Empty when it was encrypted with another key, such as one destroyed since, or altered. */
    public Optional<String> decrypt(byte[] sealed) {
      return AesGcm.open(bytes, sealed, NOTHING)
          .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** A hash by which equal contents of this case are found, useless without the key. */
    public byte[] hash(String content) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final Pool pool;
  private final MasterKey master;

  public CaseKeys(Pool pool, MasterKey master) {
    this.pool = pool;
    this.master = master;
  }

  /** The case an event belongs to. */
  public static Case caseOf(CityEvent event) {
    return new Case(event.origin().source(), event.subject());
  }

  /** The keys of cases in the same order, made where there is none. */
  public Future<List<Key>> of(List<Case> cases) {
    String[] sources = cases.stream().map(Case::source).toArray(String[]::new);
    String[] subjects = cases.stream().map(Case::subject).toArray(String[]::new);
    Buffer[] fresh = cases.stream().map(this::fresh).toArray(Buffer[]::new);
    return pool.preparedQuery(GET_OR_MAKE)
        .execute(Tuple.of(sources, subjects, fresh))
        .map(rows -> {
          Map<Case, Key> keys = byCase(rows);
          return cases.stream()
              .map(c -> Objects.requireNonNull(keys.get(c), "no key for a case"))
              .toList();
        });
  }

  private Map<Case, Key> byCase(RowSet<Row> rows) {
    Map<Case, Key> keys = new HashMap<>();
    for (Row row : rows) keys.put(caseOf(row), key(row));
    return keys;
  }

  /**
   * A key as its row has it ({@code source}, {@code subject}, {@code key}).
   *
   * @throws IllegalStateException when the master key is not the one it was wrapped with
   */
  public Key key(Row row) {
    byte[] wrapped = row.getBuffer("key").getBytes();
    return new Key(master
        .unwrap(caseOf(row), wrapped)
        .orElseThrow(() -> new IllegalStateException("a case's key needs another master key")));
  }

  /** Fails when the store's keys were wrapped with another master key; looks at one of them. */
  public Future<Void> requireOurs() {
    return pool.query("select key from case_key limit 1").execute().compose(rows -> {
      for (Row row : rows)
        if (!master.hasWrapped(row.getBuffer("key").getBytes()))
          return Future.failedFuture(
              "the store's personal data were encrypted with another key than " + master.id());
      return Future.succeededFuture();
    });
  }

  private static Case caseOf(Row row) {
    return new Case(row.getString("source"), row.getString("subject"));
  }

  private Buffer fresh(Case of) {
    return Buffer.buffer(master.wrap(of, AesGcm.freshKey()));
  }
}

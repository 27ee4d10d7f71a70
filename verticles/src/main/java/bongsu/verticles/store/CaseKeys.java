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
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key a case (a receipt of a source) for its personal fields. AES-256-GCM; the nonce stands
 * before the ciphertext. Destroying the row destroys what it encrypted.
 */
public final class CaseKeys {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
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
      byte[] nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
      byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
      return out;
    }

    /** @throws IllegalStateException when it was encrypted with another key or altered */
    public String decrypt(byte[] sealed) {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
      return new String(cipher(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
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

    private byte[] cipher(int mode, byte[] nonce, byte[] text) {
      try {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(text);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("personal fields do not decrypt", e);
      }
    }
  }

  private final Pool pool;

  public CaseKeys(Pool pool) {
    this.pool = pool;
  }

  /** The case an event belongs to. */
  public static Case caseOf(CityEvent event) {
    return new Case(event.origin().source(), event.subject());
  }

  /** The keys of cases in the same order, made where there is none. */
  public Future<List<Key>> of(List<Case> cases) {
    String[] sources = cases.stream().map(Case::source).toArray(String[]::new);
    String[] subjects = cases.stream().map(Case::subject).toArray(String[]::new);
    Buffer[] fresh = cases.stream().map(c -> Buffer.buffer(freshKey())).toArray(Buffer[]::new);
    return pool.preparedQuery(GET_OR_MAKE)
        .execute(Tuple.of(sources, subjects, fresh))
        .map(rows -> {
          Map<Case, Key> keys = byCase(rows);
          return cases.stream()
              .map(c -> java.util.Objects.requireNonNull(keys.get(c), "no key for a case"))
              .toList();
        });
  }

  private static Map<Case, Key> byCase(RowSet<Row> rows) {
    Map<Case, Key> keys = new HashMap<>();
    for (Row row : rows)
      keys.put(
          new Case(row.getString("source"), row.getString("subject")), key(row.getBuffer("key")));
    return keys;
  }

  /** A key as it stands in the table. */
  public static Key key(Buffer bytes) {
    return new Key(bytes.getBytes());
  }

  private static byte[] freshKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return key;
  }
}

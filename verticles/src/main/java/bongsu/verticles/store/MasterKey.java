package bongsu.verticles.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Wraps the keys of cases, so that the store and its copies hold none that opens anything. It is
 * kept in a file beside the store, never in it. A wrapped key begins with the name of this one.
 */
public final class MasterKey {
  /** Bytes of a wrapped key that name the key it was wrapped with. */
  public static final int ID_BYTES = 8;

  private final byte[] key;
  private final byte[] id;

  private MasterKey(byte[] key) {
    if (key.length != AesGcm.KEY_BYTES)
      throw new IllegalArgumentException("a master key has 32 bytes, this one " + key.length);
    this.key = key;
    this.id = Arrays.copyOf(sha256(key), ID_BYTES);
  }

  /** A new one, as text. */
  public static String fresh() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(AesGcm.freshKey());
  }

  /**
   * @param text as {@link #fresh} made it
   * @throws IllegalArgumentException when it is none
   */
  public static MasterKey of(String text) {
    return new MasterKey(Base64.getUrlDecoder().decode(text.strip()));
  }

  /** Names the key and tells nothing about it: 16 hexadecimal digits. */
  public String id() {
    return HexFormat.of().formatHex(id);
  }

  /** Bound to its case: another case's row cannot be opened with it. */
  public byte[] wrap(CaseKeys.Case of, byte[] caseKey) {
    byte[] sealed = AesGcm.seal(key, caseKey, about(of));
    byte[] out = Arrays.copyOf(id, ID_BYTES + sealed.length);
    System.arraycopy(sealed, 0, out, ID_BYTES, sealed.length);
    return out;
  }

  /** Empty when it was wrapped with another master key or for another case. */
  public Optional<byte[]> unwrap(CaseKeys.Case of, byte[] wrapped) {
    if (!hasWrapped(wrapped)) return Optional.empty();
    return AesGcm.open(key, Arrays.copyOfRange(wrapped, ID_BYTES, wrapped.length), about(of));
  }

  /** Whether it says that it was wrapped with this key. */
  public boolean hasWrapped(byte[] wrapped) {
    return wrapped.length > ID_BYTES && Arrays.equals(id, Arrays.copyOf(wrapped, ID_BYTES));
  }

  private static byte[] about(CaseKeys.Case of) {
    return (of.source().length() + ":" + of.source() + of.subject())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

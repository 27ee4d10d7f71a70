package bongsu.verticles.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes and checks passwords: PBKDF2-HMAC-SHA512 with 210 000 rounds (OWASP's figure), on two
 * threads of its own so that sign-ins never hold up an event loop nor the other workers.
 */
final class Passwords {
  static final int ITERATIONS = 210_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 512;
  private static final int MIN = 10;
  private static final int MAX = 200;

  private final WorkerExecutor workers;

  Passwords(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("passwords", 2);
  }

  /** A password as it is kept. */
  record Hashed(byte[] salt, int iterations, byte[] hash) {
    /** What nobody's password matches, so that an unknown name takes as long as a known one. */
    static final Hashed NOBODY = new Hashed(new byte[SALT_BYTES], ITERATIONS, new byte[64]);
  }

  /** @throws IllegalArgumentException when too short or too long */
  static void requireFit(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN || length > MAX)
      throw new IllegalArgumentException("a password must have 10 to 200 characters");
  }

  Future<Hashed> hash(String password) {
    return workers.executeBlocking(
        () -> {
          byte[] salt = Secrets.bytes(SALT_BYTES);
          return new Hashed(salt, ITERATIONS, derive(password, salt, ITERATIONS));
        },
        false);
  }

  Future<Boolean> matches(String password, Hashed kept) {
    return workers.executeBlocking(
        () -> MessageDigest.isEqual(kept.hash(), derive(password, kept.salt(), kept.iterations())),
        false);
  }

  private static byte[] derive(String password, byte[] salt, int iterations)
      throws GeneralSecurityException {
    char[] typed = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(typed, salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(spec)
          .getEncoded();
    } finally {
      spec.clearPassword();
    }
  }
}

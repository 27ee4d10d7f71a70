package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a machine's journals, so that what callers said never lies on its disk in clear.
 * AES-256-GCM bound to the segment's number; the nonce stands before the ciphertext. Any thread.
 */
public final class JournalKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private JournalKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /**
   * The key in a file, made there (mode 0600, on the disk when this returns) if there is none. Nodes
   * that start at once get the same one.
   */
  public static JournalKey in(Path file) throws IOException {
    if (!Files.exists(file)) make(file);
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != KEY_BYTES) throw new IOException(file + " is no key: restore it");
    return new JournalKey(bytes);
  }

  private static void make(Path file) throws IOException {
    Path directory = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    Path fresh = Files.createTempFile(directory, "key", ".new");
    write(fresh, random(KEY_BYTES));
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      // A node that started at the same time was quicker: its key counts.
    }
    Files.delete(fresh);
    new LocalDisk().syncDirectory(directory);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel out = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
      out.write(ByteBuffer.wrap(bytes));
      out.force(true);
    }
  }

  byte[] seal(long segment, byte[] text) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, segment, nonce).doFinal(text);
      byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when it was sealed with another key, for another segment, or altered. */
  Optional<byte[]> open(long segment, byte[] sealed) {
    if (sealed.length <= NONCE_BYTES) return Optional.empty();
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, segment, nonce);
      return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, long segment, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(segment).flip());
    return cipher;
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}

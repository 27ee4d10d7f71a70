package bongsu.verticles.journal;

import bongsu.verticles.store.AesGcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The key of a machine's journals, so that what callers said never lies on its disk in clear.
 * {@link AesGcm} bound to the segment's number. Any thread.
 */
public final class JournalKey {
  private final byte[] key;

  private JournalKey(byte[] key) {
    this.key = key;
  }

  /**
   * The key in a file, made there (mode 0600, on the disk when this returns) if there is none. Nodes
   * that start at once get the same one.
   */
  public static JournalKey in(Path file) throws IOException {
    if (!Files.exists(file)) make(file);
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != AesGcm.KEY_BYTES) throw new IOException(file + " is no key: restore it");
    return new JournalKey(bytes);
  }

  private static void make(Path file) throws IOException {
    Path directory = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    Path fresh = Files.createTempFile(directory, "key", ".new");
    write(fresh, AesGcm.freshKey());
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
    return AesGcm.seal(key, text, about(segment));
  }

  /** Empty when it was sealed with another key, for another segment, or altered. */
  Optional<byte[]> open(long segment, byte[] sealed) {
    return AesGcm.open(key, sealed, about(segment));
  }

  private static byte[] about(long segment) {
    return ByteBuffer.allocate(Long.BYTES).putLong(segment).array();
  }
}

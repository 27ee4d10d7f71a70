package bongsu.ops.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import bongsu.ops.postgres.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Copies files from one directory into another under the same names: synced, with checksums. */
final class FileCopies {
  private final Path from;
  private final Path into;
  private final Progress progress;
  private final List<Manifest.Entry> entries = new ArrayList<>();
  private final Set<Path> directories = new TreeSet<>();

  FileCopies(Path from, Path into, Progress progress) {
    this.from = from;
    this.into = into;
    this.progress = progress;
  }

  /** Empty when there is no such file: a running server deletes some while others are copied. */
  Optional<Manifest.Entry> copy(Path name) throws IOException {
    try (InputStream content = Files.newInputStream(from.resolve(name))) {
      return Optional.of(write(name, content));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** A file of which no other copy exists. */
  void write(Path name, String text) throws IOException {
    write(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private Manifest.Entry write(Path name, InputStream content) throws IOException {
    Path file = into.resolve(name);
    makeDirectory(file.getParent());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    DigestInputStream digested = new DigestInputStream(content, sha256());
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      long bytes = transfer(digested, out);
      out.getFD().sync();
      String sum = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      entries.add(new Manifest.Entry(name.toString(), bytes, sum));
      return entries.get(entries.size() - 1);
    }
  }

  private long transfer(InputStream content, OutputStream out) throws IOException {
    byte[] part = new byte[1 << 20];
    long bytes = 0;
    for (int read = content.read(part); read >= 0; read = content.read(part)) {
      out.write(part, 0, read);
      bytes += read;
      progress.on(read);
    }
    return bytes;
  }

  /** With those above it, as far as they are in the copy. */
  void makeDirectory(Path directory) throws IOException {
    for (Path each = directory; each.startsWith(into); each = each.getParent())
      if (!directories.add(each)) break;
    Files.createDirectories(directory);
  }

  /** What was copied, in order. */
  List<Manifest.Entry> entries() {
    return List.copyOf(entries);
  }

  /** A file's name is kept only once its directory is. */
  void sync() throws IOException {
    for (Path directory : directories) {
      PrivateFiles.createDirectory(directory);
      sync(directory);
    }
  }

  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

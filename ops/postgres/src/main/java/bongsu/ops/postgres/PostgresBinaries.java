package bongsu.ops.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the artifact for this machine's processor. */
final class PostgresBinaries {
  static final String VERSION = "17.11";

  private PostgresBinaries() {}

  /** Unpacks below {@code parent} unless done before; a half-done unpacking is never used. */
  static Path unpackInto(Path parent) throws IOException {
    Path home = parent.resolve("postgres-bin-" + VERSION);
    if (Files.isDirectory(home)) return home;
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, "postgres-bin-");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream archive = openArchive()) {
      unpack(new TarArchiveInputStream(new XZInputStream(archive)), fresh);
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(home)) throw e;
    } finally {
      deleteTree(fresh);
    }
    return home;
  }

  private static InputStream openArchive() {
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String processor = machine.equals("aarch64") ? "arm_64" : "x86_64";
    InputStream archive =
        PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + processor + ".txz");
    if (archive != null && (machine.equals("amd64") || machine.equals("aarch64"))) return archive;
    throw new StoreException("no embedded PostgreSQL for "
        + machine
        + ": name a PostgreSQL server under 'store' in the configuration");
  }

  private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = into.resolve(entry.getName()).normalize();
      if (!target.startsWith(into)) throw new IOException("outside the archive: " + target);
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        unpackFile(tar, entry, target);
      }
    }
  }

  private static void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      String mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }
  }

  static void deleteTree(Path top) throws IOException {
    if (!Files.exists(top)) return;
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }
}

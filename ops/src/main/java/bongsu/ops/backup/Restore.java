package bongsu.ops.backup;

import bongsu.ops.launch.KeyFile;
import bongsu.ops.launch.LaunchException;
import bongsu.ops.postgres.ClusterFiles;
import bongsu.ops.postgres.PostgresLayout;
import bongsu.ops.postgres.PostgresServer;
import bongsu.ops.postgres.PrivateFiles;
import bongsu.ops.postgres.Recovery;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data directory of a backup. What marks it as a city's is written last: a restore that did
 * not end leaves a directory that nothing starts.
 */
final class Restore {
  private static final String MARKER = "bongsu-data";

  /**
   * @param archive null for where the city archived
   * @param until null for as late as can be
   * @param keys the file of the key, or null for none
   * @param withoutKeys gives up the personal data
   */
  record Wish(
      @Nullable Path archive,
      @Nullable Instant until,
      @Nullable Path keys,
      boolean withoutKeys) {}

  private final Path backup;
  private final Path data;
  private final Wish wish;
  private final PrintWriter out;

  Restore(Path backup, Path data, Wish wish, PrintWriter out) {
    this.backup = backup;
    this.data = data;
    this.wish = wish;
    this.out = out;
  }

  void run() throws IOException {
    Manifest manifest = Manifest.read(backup);
    requireSameVersion(manifest);
    requirePossible(manifest);
    requireEmpty();
    Path archive = archive(manifest);
    out.println("Restoring the backup of " + manifest.endedAt() + " to " + data);
    copy(manifest);
    putKeys();
    out.println(archive == null ? "  nothing was archived" : "  redoing what is in " + archive);
    Instant last = Recovery.run(PostgresLayout.in(data), archive, wish.until());
    Files.copy(backup.resolve(MARKER), data.resolve(MARKER));
    FileCopies.sync(data);
    out.println("Restored; the last change is of " + (last == null ? manifest.endedAt() : last));
  }

  private void requireSameVersion(Manifest manifest) {
    if (manifest.format() != Manifest.FORMAT)
      throw new LaunchException("the backup has format " + manifest.format()
          + ", this Bongsu reads " + Manifest.FORMAT + ": use the version that made it");
    if (!major(manifest.postgres()).equals(major(PostgresServer.VERSION)))
      throw new LaunchException("the backup is of PostgreSQL " + manifest.postgres()
          + ", this Bongsu has " + PostgresServer.VERSION + ": use the version that made it");
  }

  private static String major(String version) {
    return version.split("\\.", 2)[0];
  }

  private void requirePossible(Manifest manifest) {
    Instant until = wish.until();
    if (until != null && until.isBefore(manifest.endedAt()))
      throw new LaunchException("this backup was taken at " + manifest.endedAt()
          + ": for an earlier moment take an earlier backup");
    Path keys = wish.keys();
    if (wish.withoutKeys()) return;
    if (keys == null)
      throw new LaunchException("personal data need the key " + manifest.keyId()
          + ": name its file with --keys, or give them up with --without-keys");
    String id = KeyFile.read(keys).id();
    if (!id.equals(manifest.keyId()))
      throw new LaunchException(
          keys + " holds the key " + id + ", the backup needs " + manifest.keyId());
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(data)) return;
    try (Stream<Path> files = Files.list(data)) {
      if (files.findAny().isEmpty()) return;
    }
    throw new LaunchException(data + " is not empty: choose another with --data");
  }

  private void copy(Manifest manifest) throws IOException {
    FileCopies copies = new FileCopies(backup, data, new Progress(out, manifest.bytes()));
    for (Manifest.Entry entry : manifest.files()) {
      if (entry.name().equals(MARKER)) continue;
      if (!copies.copy(Path.of(entry.name())).equals(java.util.Optional.of(entry)))
        throw new LaunchException("the backup is damaged: " + backup.resolve(entry.name())
            + " is missing or not as it was written");
    }
    for (String name : ClusterFiles.DIRECTORIES)
      copies.makeDirectory(data.resolve("postgres").resolve(name));
    copies.sync();
  }

  private void putKeys() throws IOException {
    PrivateFiles.createDirectory(data.resolve("keys"));
    Path keys = wish.keys();
    if (keys != null) PrivateFiles.write(KeyFile.in(data), Files.readString(keys));
    if (!wish.withoutKeys()) return;
    PrivateFiles.write(KeyFile.lostIn(data), "");
    Path done = data.resolve("first-start");
    List<String> steps = new ArrayList<>(Files.readAllLines(done));
    steps.remove("case-keys");
    Files.write(done, steps);
  }

  private @Nullable Path archive(Manifest manifest) {
    Path archive = wish.archive();
    if (archive == null && manifest.archive() != null) archive = Path.of(manifest.archive());
    if (archive == null || Files.isDirectory(archive)) return archive;
    throw new LaunchException("there is no archive " + archive + ": name it with --archive");
  }
}

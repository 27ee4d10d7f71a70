package bongsu.ops.backup;

import bongsu.ops.launch.KeyFile;
import bongsu.ops.launch.LaunchException;
import bongsu.ops.postgres.BaseBackup;
import bongsu.ops.postgres.PostgresLayout;
import bongsu.ops.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes one backup. It grows in {@code DIR.unfinished} and gets its name when all of it is on disk,
 * so that half a backup never looks whole.
 */
final class Backup {
  private static final Path CLUSTER = Path.of("postgres");
  private static final List<String> BESIDE =
      List.of("bongsu-data", "first-start", "city", "secrets");

  private final Path data;
  private final Path target;
  private final Path unfinished;
  private final PrintWriter out;

  Backup(Path data, Path target, PrintWriter out) {
    this.data = data;
    this.target = target;
    this.unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    this.out = out;
  }

  Manifest take() throws IOException {
    requireNew(target, "choose another directory");
    requireNew(unfinished, "a backup that did not end left it; delete it");
    String keyId = KeyFile.read(KeyFile.in(data)).id();
    out.println("Backup of " + data);
    try (BaseBackup store = BaseBackup.begin(PostgresLayout.in(data))) {
      List<Path> files = new ArrayList<>(beside());
      store.files().forEach(file -> files.add(CLUSTER.resolve(file)));
      FileCopies copies = new FileCopies(data, unfinished, new Progress(out, bytes(files)));
      for (Path file : files) copies.copy(file);
      Manifest manifest = end(store, copies, keyId);
      manifest.write(copies);
      copies.sync();
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      FileCopies.sync(target.getParent());
      return manifest;
    }
  }

  private Manifest end(BaseBackup store, FileCopies copies, String keyId) throws IOException {
    BaseBackup.Finished finished = store.end();
    copies.write(CLUSTER.resolve("backup_label"), finished.label());
    for (Path wal : finished.wal()) copies.copy(CLUSTER.resolve(wal));
    return new Manifest(
        Manifest.FORMAT,
        PostgresServer.VERSION,
        store.systemId(),
        finished.endedAt(),
        finished.firstWal(),
        store.findArchive().map(Path::toString).orElse(null),
        keyId,
        copies.entries());
  }

  private static void requireNew(Path directory, String advice) {
    if (Files.exists(directory)) throw new LaunchException(directory + " exists: " + advice);
  }

  private List<Path> beside() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : BESIDE) {
      if (!Files.exists(data.resolve(name))) continue;
      try (Stream<Path> all = Files.walk(data.resolve(name))) {
        all.filter(Files::isRegularFile).map(data::relativize).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private long bytes(List<Path> files) {
    return files.stream()
        .mapToLong(file -> data.resolve(file).toFile().length())
        .sum();
  }
}

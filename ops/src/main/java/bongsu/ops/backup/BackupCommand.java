package bongsu.ops.backup;

import bongsu.ops.launch.KeyFile;
import bongsu.ops.launch.LaunchException;
import bongsu.ops.launch.RunFiles;
import bongsu.ops.postgres.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ops/bongsu backup}: a copy of a running city, from which {@code restore} makes one. */
@Command(
    name = "backup",
    description = "Copies a running city into a new directory, without the key of personal data.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "Where the backup goes; new.")
  private Path target = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The running city's data directory (.bongsu).")
  private Path data = Path.of(".bongsu");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Write the key of personal data there; keep it apart from the backup.")
  private @Nullable Path keys;

  @Override
  public Integer call() throws Exception {
    Path from = data.toAbsolutePath().normalize();
    Path into = target.toAbsolutePath().normalize();
    requireEmbedded(from);
    Path keyFile = keys == null ? null : keys.toAbsolutePath().normalize();
    if (keyFile != null && keyFile.startsWith(into))
      throw new LaunchException(
          "the key must be kept apart from the backup: choose another --keys");
    var out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    Manifest manifest = new Backup(from, into, out).take();
    if (keyFile != null) writeKey(KeyFile.in(from), keyFile);
    out.println("Backup of " + manifest.endedAt() + " in " + into);
    out.println(
        keyFile == null
            ? "Personal data in it need the key " + manifest.keyId() + ", kept by --keys FILE"
            : "The key of its personal data is in " + keyFile + ": keep it apart");
    if (manifest.archive() == null)
      out.println("What comes later is not archived; see backup.archive in docs/operations.md");
    return 0;
  }

  private static void requireEmbedded(Path data) {
    var store = RunFiles.getStore(data);
    if (Files.exists(data.resolve("postgres/postmaster.pid"))) return;
    throw new LaunchException("this city keeps its data in a PostgreSQL of your own (" + store
        + "): back that up with pg_basebackup or pgBackRest; see docs/operations.md");
  }

  private static void writeKey(Path key, Path file) throws IOException {
    if (Files.exists(file)) {
      if (Files.mismatch(key, file) == -1) return;
      throw new LaunchException(file + " exists and holds another key: choose another --keys");
    }
    PrivateFiles.write(file, Files.readString(key));
    FileCopies.sync(file.getParent());
  }
}

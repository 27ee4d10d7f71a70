package bongsu.ops.backup;

import bongsu.ops.launch.LaunchException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ops/bongsu restore}: makes a city again of a backup and of what was archived since. */
@Command(
    name = "restore",
    description = "Makes a city of a backup and of what was archived since; it does not start it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RestoreCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The backup.")
  private Path backup = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "NEWDIR",
      required = true,
      description = "The data directory to make; new or empty.")
  private Path data = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "The key that 'backup --keys FILE' wrote.")
  private @Nullable Path keys;

  @Option(
      names = "--without-keys",
      description = "The key is lost: give up the personal data for good.")
  private boolean withoutKeys;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "What was archived (where the city archived it).")
  private @Nullable Path archive;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Leave out what was committed after 2026-08-06T05:50:00+09:00.")
  private @Nullable String until;

  @Override
  public Integer call() throws Exception {
    Path from = backup.toAbsolutePath().normalize();
    Path into = data.toAbsolutePath().normalize();
    PrintWriter out =
        Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    Restore.Wish wish = new Restore.Wish(
        archive == null ? null : archive.toAbsolutePath().normalize(),
        until == null ? null : time(until).toInstant(),
        keys,
        withoutKeys);
    new Restore(from, into, wish, out).run();
    out.println("Start it with: ./ops/run --data " + into);
    return 0;
  }

  private static OffsetDateTime time(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new LaunchException(
          "--until must be a time with its zone, as 2026-08-06T05:50:00+09:00, was " + text, e);
    }
  }
}

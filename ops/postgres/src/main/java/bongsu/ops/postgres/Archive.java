package bongsu.ops.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory, best on another machine's disk, that the server copies every finished piece of its
 * log to. With a backup it brings a city back to the last second that was archived.
 *
 * @param directory absolute, made when it is missing
 * @param withinS how long what is committed may wait to be archived, seconds
 */
public record Archive(Path directory, int withinS) {
  private static final Pattern NAMED = Pattern.compile("f=\"(/[^\"]*)/%f\\.gz\"");
  private static final String MARKER = "bongsu-archive";

  public Archive {
    requirePlain(directory);
  }

  /** It stands in a shell command of the server's settings. */
  private static void requirePlain(Path directory) {
    if (!directory.toString().matches("/[A-Za-z0-9_./ -]*")) {
      throw new StoreException("the archive must be an absolute path of letters, digits, space"
          + " and _ . / -, was " + directory);
    }
  }

  /** Written whole, synced, then named; what is there already is never overwritten. */
  Map<String, String> settings() {
    String archive = "f=\"" + directory + "/%f.gz\"; "
        + "if [ -f \"$f\" ]; then gzip -dc \"$f\" | cmp -s - \"%p\"; "
        + "else gzip -1 -c \"%p\" > \"$f.new\" && sync \"$f.new\" && mv \"$f.new\" \"$f\""
        + " && sync \"" + directory + "\"; fi";
    return Map.of(
        "archive_mode", "on", "archive_command", archive, "archive_timeout", withinS + "s");
  }

  /** The archive that a server's {@code archive_command} names. */
  static Optional<Path> find(String command) {
    Matcher named = NAMED.matcher(command);
    return named.find() ? Optional.of(Path.of(named.group(1))) : Optional.empty();
  }

  /** The opposite of what its server did. */
  static String restoreCommand(Path directory) {
    requirePlain(directory);
    return "gzip -dc \"" + directory + "/%f.gz\" > \"%p\"";
  }

  /** Refuses ({@link StoreException}) a directory that holds another database's log. */
  void claim(String systemId) throws IOException {
    PrivateFiles.createDirectory(directory);
    Path marker = directory.resolve(MARKER);
    if (!Files.exists(marker)) PrivateFiles.write(marker, systemId + "\n");
    if (Files.readString(marker, UTF_8).strip().equals(systemId)) return;
    throw new StoreException("the archive " + directory
        + " belongs to another database: name a directory of its own under backup.archive");
  }
}

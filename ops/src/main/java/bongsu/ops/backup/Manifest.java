package bongsu.ops.backup;

import bongsu.ops.launch.LaunchException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup is, in its {@code manifest.json}; it is written last.
 *
 * @param format of the backup itself
 * @param postgres version of the server, as 17.11
 * @param systemId of the database
 * @param endedAt by the store's clock; no restore can stop before it
 * @param firstWal the first piece of log that a restore may need
 * @param archive where the city archived its log, or null when it did not
 * @param keyId of the master key that its personal data need
 */
record Manifest(
    int format,
    String postgres,
    String systemId,
    Instant endedAt,
    String firstWal,
    @Nullable String archive,
    String keyId,
    List<Entry> files) {
  static final int FORMAT = 1;

  private static final String NAME = "manifest.json";
  private static final ObjectMapper JSON = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .build();

  /**
   * One file.
   *
   * @param name relative, with slashes
   * @param sha256 in hexadecimal digits
   */
  record Entry(String name, long bytes, String sha256) {}

  Manifest {
    files = List.copyOf(files);
  }

  /** @throws LaunchException when the directory holds no whole backup */
  static Manifest read(Path backup) {
    try {
      return JSON.readValue(Files.readString(backup.resolve(NAME)), Manifest.class);
    } catch (NoSuchFileException e) {
      throw new LaunchException(
          backup + " is no whole backup: it has no " + NAME + ", which is written last", e);
    } catch (JsonProcessingException e) {
      throw new LaunchException(
          backup.resolve(NAME) + " is damaged or of another version: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new LaunchException(backup + " cannot be read: " + e.getMessage(), e);
    }
  }

  void write(FileCopies into) throws IOException {
    into.write(Path.of(NAME), JSON.writeValueAsString(this));
  }

  long bytes() {
    return files.stream().mapToLong(Entry::bytes).sum();
  }
}

package bongsu.ops.launch;

import bongsu.ops.postgres.PrivateFiles;
import bongsu.verticles.store.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of the master key, apart from the store and in no backup: {@code keys/case-keys}. */
public final class KeyFile {
  private KeyFile() {}

  public static Path in(Path dataDir) {
    return dataDir.resolve("keys").resolve("case-keys");
  }

  /** Says to the next start that the key is lost: {@code restore --without-keys}. */
  public static Path lostIn(Path dataDir) {
    return dataDir.resolve("keys").resolve("lost");
  }

  /** Written whole and synced, or not at all. */
  public static void make(Path dataDir) throws IOException {
    PrivateFiles.createDirectory(dataDir.resolve("keys"));
    PrivateFiles.write(in(dataDir), MasterKey.fresh() + "\n");
  }

  /**
   * @throws LaunchException naming the file when there is none or it holds no key
   */
  public static MasterKey read(Path file) {
    try {
      return MasterKey.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new LaunchException(
          file + " is missing: without it no personal data can be read or"
              + " kept. Put back what 'backup --keys FILE' wrote, mode 0600",
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchException(file + " holds no key: " + e.getMessage(), e);
    }
  }
}

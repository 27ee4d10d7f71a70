package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A disk that forgets, when the power goes, every byte and every name that was not synced. */
final class LosingDisk extends RealDisk {
  private final Map<Path, Long> syncedBytes = new HashMap<>();
  private final Set<Path> unsyncedNames = new HashSet<>();

  private final class Watched implements Output {
    private final Path file;
    private final Output output;

    Watched(Path file, Output output) {
      this.file = file;
      this.output = output;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return output.write(bytes);
    }

    @Override
    public void sync() throws IOException {
      output.sync();
      syncedBytes.put(file, disk.length(file));
    }

    @Override
    public void cut(long lengthBytes) throws IOException {
      output.cut(lengthBytes);
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }

  /** What was written is gone but for what was synced. */
  void losePower() throws IOException {
    for (Map.Entry<Path, Long> file : syncedBytes.entrySet()) {
      if (unsyncedNames.contains(file.getKey())) Files.deleteIfExists(file.getKey());
      else cut(file.getKey(), file.getValue());
    }
  }

  private static void cut(Path file, long bytes) throws IOException {
    if (!Files.exists(file)) return;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  @Override
  public Output create(Path file) throws IOException {
    syncedBytes.put(file, 0L);
    unsyncedNames.add(file);
    return new Watched(file, disk.create(file));
  }

  @Override
  public Output open(Path file) throws IOException {
    return new Watched(file, disk.open(file));
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    disk.syncDirectory(directory);
    unsyncedNames.removeIf(file -> directory.equals(file.getParent()));
  }
}

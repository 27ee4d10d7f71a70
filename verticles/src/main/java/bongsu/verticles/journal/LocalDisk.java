package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The machine's own file system; what it makes is for its owner only. */
public final class LocalDisk implements Disk {
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> PRIVATE_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private record Channel(FileChannel channel) implements Output {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return channel.write(bytes);
    }

    @Override
    public void sync() throws IOException {
      channel.force(false);
    }

    @Override
    public void cut(long lengthBytes) throws IOException {
      channel.truncate(lengthBytes);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    Files.createDirectories(directory, PRIVATE_DIRECTORY);
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Override
  public Output create(Path file) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new Channel(FileChannel.open(file, options, PRIVATE));
  }

  @Override
  public Output open(Path file) throws IOException {
    return new Channel(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public byte[] read(Path file, long from, int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(most);
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {}
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }

  @Override
  public long length(Path file) throws IOException {
    return Files.size(file);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void move(Path file, Path to) throws IOException {
    Files.move(file, to);
  }
}

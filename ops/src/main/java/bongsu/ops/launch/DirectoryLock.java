package bongsu.ops.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One server for one data directory. The kernel lets go of it when the process dies. */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel file;

  private DirectoryLock(FileChannel file) {
    this.file = file;
  }

  /**
   * @throws LaunchException when a running server holds the directory
   */
  static DirectoryLock take(DataDirectory dir) {
    Path path = dir.path().resolve(DataDirectory.LOCK);
    try {
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(file) == null) throw held(file, path);
      file.truncate(0);
      file.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
      return new DirectoryLock(file);
    } catch (IOException e) {
      throw new LaunchException("the data directory cannot be locked: " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static LaunchException held(FileChannel file, Path path) throws IOException {
    String pid = Files.readString(path).strip();
    file.close();
    return new LaunchException(path.getParent()
        + " is held by a running server (process "
        + pid
        + "): stop it, or choose another directory with --data");
  }

  @Override
  public void close() throws IOException {
    file.truncate(0);
    file.close();
  }
}

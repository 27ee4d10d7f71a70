package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The few things the journal asks of a file system; tests put failing ones in its place. */
public interface Disk {
  /** A file that is being written. */
  interface Output {
    /** @return how many bytes were written, perhaps fewer than there are */
    int write(ByteBuffer bytes) throws IOException;

    /** Returns once all that was written is on the disk. */
    void sync() throws IOException;

    void cut(long lengthBytes) throws IOException;

    void close() throws IOException;
  }

  /** Files of a directory, made where it is missing. */
  List<Path> list(Path directory) throws IOException;

  /** A new file; fails when there is one. */
  Output create(Path file) throws IOException;

  /** A file that is there, for cutting. */
  Output open(Path file) throws IOException;

  /** Returns once the names in a directory are on the disk. */
  void syncDirectory(Path directory) throws IOException;

  /** What stands in a file from a place on, {@code most} bytes or up to its end. */
  byte[] read(Path file, long from, int most) throws IOException;

  long length(Path file) throws IOException;

  void delete(Path file) throws IOException;

  void move(Path file, Path to) throws IOException;
}

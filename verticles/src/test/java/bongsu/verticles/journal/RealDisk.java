package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The machine's own, for disks that do but a few things otherwise. */
abstract class RealDisk implements Disk {
  final Disk disk = new LocalDisk();

  @Override
  public List<Path> list(Path directory) throws IOException {
    return disk.list(directory);
  }

  @Override
  public byte[] read(Path file, long from, int most) throws IOException {
    return disk.read(file, from, most);
  }

  @Override
  public long length(Path file) throws IOException {
    return disk.length(file);
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }

  @Override
  public void move(Path file, Path to) throws IOException {
    disk.move(file, to);
  }
}

package bongsu.verticles.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;

/**
 * A real disk on which the n-th writing act fails: a write in its middle, a sync, the making of a
 * file. Counted from 1; acts after it succeed unless it stays broken.
 */
final class FaultyDisk extends RealDisk {
  private final Set<Integer> failing;
  private int acts;
  Runnable duringSync = () -> {};
  int mostBytesAWrite = Integer.MAX_VALUE;

  FaultyDisk(Set<Integer> failing) {
    this.failing = failing;
  }

  int acts() {
    return acts;
  }

  private void act(String what) throws IOException {
    if (failing.contains(++acts)) throw new IOException(what + " fails as planned");
  }

  private final class Watched implements Output {
    private final Output output;

    Watched(Output output) {
      this.output = output;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int most = Math.min(bytes.remaining(), mostBytesAWrite);
      if (failing.contains(acts + 1)) {
        writePart(bytes, most / 2);
        act("write");
      }
      acts++;
      return writePart(bytes, most);
    }

    private int writePart(ByteBuffer bytes, int most) throws IOException {
      int written = 0;
      ByteBuffer part = bytes.slice(bytes.position(), most);
      while (part.hasRemaining()) written += output.write(part);
      bytes.position(bytes.position() + written);
      return written;
    }

    @Override
    public void sync() throws IOException {
      act("sync");
      duringSync.run();
      output.sync();
    }

    @Override
    public void cut(long lengthBytes) throws IOException {
      act("cut");
      output.cut(lengthBytes);
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }

  @Override
  public Output create(Path file) throws IOException {
    act("create");
    return new Watched(disk.create(file));
  }

  @Override
  public Output open(Path file) throws IOException {
    return disk.open(file);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    act("directory sync");
    disk.syncDirectory(directory);
  }
}

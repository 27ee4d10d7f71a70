package bongsu.ops.city;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk that can be filled: a tmpfs where root runs the tests, else a directory that cannot. */
final class SmallDisk implements AutoCloseable {
  private static final int SIZE_MB = 500;

  private final Path place;
  private final boolean mounted;

  /** What a run before left mounted goes. */
  SmallDisk(Path place) throws Exception {
    this.place = place;
    while (run("umount", "--lazy", place.toString()) == 0) {}
    RunningCity.delete(place);
    Files.createDirectories(place);
    mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + SIZE_MB + "m", "tmpfs", place.toString()) == 0;
  }

  /** Whether it has an end that can be reached. */
  boolean isSmall() {
    return mounted;
  }

  /** To the last byte. */
  void fill() throws IOException {
    try (OutputStream filler = Files.newOutputStream(filler())) {
      for (byte[] page = new byte[4_096]; ; ) filler.write(page);
    } catch (IOException full) {
      if (!Files.exists(filler())) throw full;
    }
  }

  void makeRoom() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return place.resolve("filler");
  }

  @Override
  public void close() throws Exception {
    if (mounted) run("umount", "--lazy", place.toString());
  }

  private static int run(String... command) throws Exception {
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }
}

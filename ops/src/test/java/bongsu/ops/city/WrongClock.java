package bongsu.ops.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives one node's process another time by libfaketime. Nodes are started through setsid, so a
 * program of that name before the system's is all it takes; the product knows nothing of it.
 */
final class WrongClock {
  static final String MISSING = "not tried: libfaketime (Debian's package faketime) is not here";

  private final Path dir;
  private final boolean wrong;

  WrongClock(String node) throws IOException {
    dir = Files.createDirectories(Path.of("target", "wrong-clock").toAbsolutePath());
    Optional<Path> library = findLibrary();
    wrong = library.isPresent();
    Path setsid = dir.resolve("setsid");
    Files.deleteIfExists(setsid);
    if (!wrong) return;
    Files.writeString(setsid, """
        #!/bin/sh
        PATH=${PATH#*:}
        case "$*" in
          *logs/%s.log*)
            export LD_PRELOAD=%s FAKETIME_TIMESTAMP_FILE=%s FAKETIME_CACHE_DURATION=1
            export FAKETIME_DONT_FAKE_MONOTONIC=1 DONT_FAKE_MONOTONIC=1 ;;
        esac
        exec setsid "$@"
        """.formatted(node, library.get(), dir.resolve("offset")));
    Files.setPosixFilePermissions(setsid, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Optional<Path> findLibrary() throws IOException {
    try (Stream<Path> dirs = Files.list(Path.of("/usr/lib"))) {
      return dirs.map(each -> each.resolve("faketime/libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    }
  }

  /** Whether there is the means. */
  boolean isWrong() {
    return wrong;
  }

  /** Comes before the system's programs. */
  Path programs() {
    return dir;
  }

  /** Sets the clock, at once or within a second. */
  void set(int aheadS) throws IOException {
    Path next = Files.writeString(dir.resolve("next"), "%+d\n".formatted(aheadS));
    Files.move(next, dir.resolve("offset"), StandardCopyOption.ATOMIC_MOVE);
  }
}

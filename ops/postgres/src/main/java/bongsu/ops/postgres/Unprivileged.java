package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs without root's rights, which they refuse. An ordinary user runs them
 * as they are; root enters a user namespace, where it is nobody but still owns its files, or, where
 * the kernel forbids that, becomes the user nobody and gives it the server's files.
 */
final class Unprivileged {
  private static final String NOBODY = "65534";
  private static final Unprivileged SELF = new Unprivileged(List.of(), false);

  private final List<String> prefix;
  private final boolean changesOwner;

  private Unprivileged(List<String> prefix, boolean changesOwner) {
    this.prefix = prefix;
    this.changesOwner = changesOwner;
  }

  static Unprivileged find() throws IOException {
    if (!isRoot()) return SELF;
    if (Programs.succeeds(List.of("unshare", "-U", "true"))) return inNamespace();
    if (Programs.succeeds(List.of("setpriv", "--version"))) return asNobody();
    throw new StoreException(
        "PostgreSQL does not run as root and neither unshare nor setpriv works here:"
            + " start as an ordinary user");
  }

  static Unprivileged inNamespace() {
    return new Unprivileged(List.of("unshare", "-U"), false);
  }

  static Unprivileged asNobody() {
    return new Unprivileged(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);
  }

  static boolean isRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  /** In a session of its own, which Ctrl-C on the terminal does not reach. */
  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(List.of("setsid"));
    all.addAll(prefix);
    all.addAll(command);
    return all;
  }

  /** Makes the tree the server's own where it runs as somebody else. */
  void own(Path top) throws IOException {
    if (!changesOwner || !Files.exists(top)) return;
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.toList()) {
        Files.setAttribute(each, "unix:uid", Integer.valueOf(NOBODY));
        Files.setAttribute(each, "unix:gid", Integer.valueOf(NOBODY));
      }
    }
    requireReachable(top);
  }

  private void requireReachable(Path top) {
    if (Programs.succeeds(command(List.of("test", "-r", top.toString())))) return;
    throw new StoreException("PostgreSQL cannot run as root, and the user nobody cannot reach "
        + top + ": choose another --data directory or start as an ordinary user");
  }
}

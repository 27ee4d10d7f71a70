package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's data directory: made once, then started and stopped with its own pg_ctl. */
final class Cluster {
  /** Redoing the log after a crash takes time; giving up early would only start it anew. */
  private static final int START_WITHIN_S = 600;

  private static final int STOP_WITHIN_S = 60;

  private final PostgresLayout layout;
  private final Path bin;
  private final Unprivileged rights;
  private final boolean current;

  private Cluster(PostgresLayout layout, Path bin, Unprivileged rights, boolean current) {
    this.layout = layout;
    this.bin = bin;
    this.rights = rights;
    this.current = current;
  }

  /** Makes what is missing: programs, directory, settings. */
  static Cluster open(PostgresLayout layout, Unprivileged rights, Map<String, String> settings)
      throws IOException {
    Path bin = PostgresBinaries.unpackInto(layout.binaries()).resolve("bin");
    PrivateFiles.createDirectory(layout.secrets());
    prepareLog(layout.log(), rights);
    if (!Files.isDirectory(layout.cluster())) initialise(layout, bin, rights);
    boolean current = sameSettings(layout.cluster(), ServerSettings.asFile(settings));
    rights.own(layout.cluster());
    return new Cluster(layout, bin, rights, current);
  }

  /** Whether the directory already had these settings, so that a running server has them too. */
  boolean isCurrent() {
    return current;
  }

  Postmaster start(int port) throws IOException {
    control("start", "-t", "" + START_WITHIN_S, "-l", "" + layout.log(), "-o", "-p " + port);
    return Postmaster.find(layout.cluster())
        .orElseThrow(() -> new StoreException("PostgreSQL ended at once; see " + layout.log()));
  }

  /** Cuts connections and writes everything out; when that takes too long, leaves it to redo. */
  void stop() throws IOException {
    if (Postmaster.find(layout.cluster()).isEmpty()) return;
    try {
      control("stop", "-t", "" + STOP_WITHIN_S, "-m", "fast");
    } catch (StoreException slow) {
      if (Postmaster.find(layout.cluster()).isEmpty()) return;
      control("stop", "-t", "" + STOP_WITHIN_S, "-m", "immediate");
    }
  }

  private void control(String action, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("" + bin.resolve("pg_ctl"), action, "-w", "-s"));
    command.addAll(List.of("-D", "" + layout.cluster()));
    command.addAll(List.of(options));
    try {
      Programs.run(rights.command(command));
    } catch (StoreException failed) {
      throw new StoreException(
          "PostgreSQL did not " + action + "; its reason is in " + layout.log(), failed);
    }
  }

  /** Renamed into place when complete, so that a killed initdb leaves nothing that looks ready. */
  private static void initialise(PostgresLayout layout, Path bin, Unprivileged rights)
      throws IOException {
    Path fresh = layout.cluster().resolveSibling(layout.cluster().getFileName() + ".new");
    PostgresBinaries.deleteTree(fresh);
    PrivateFiles.createDirectory(fresh);
    Path password = layout.cluster().resolveSibling("initial-password");
    PrivateFiles.write(password, layout.secret("postgres"));
    try {
      rights.own(fresh);
      rights.own(password);
      Programs.run(rights.command(initdb(bin, fresh, password)));
    } finally {
      Files.deleteIfExists(password);
    }
    Files.move(fresh, layout.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Text sorts by code point whatever the machine's locale: Hangul in dictionary order. */
  private static List<String> initdb(Path bin, Path into, Path passwordFile) {
    return List.of(
        "" + bin.resolve("initdb"),
        "--pgdata=" + into,
        "--username=postgres",
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
  }

  private static boolean sameSettings(Path cluster, String settings) throws IOException {
    Path file = cluster.resolve("postgresql.conf");
    Path access = cluster.resolve("pg_hba.conf");
    boolean same = Files.readString(file).equals(settings)
        && Files.readString(access).equals(ServerSettings.HOST_ACCESS);
    if (!same) {
      PrivateFiles.write(access, ServerSettings.HOST_ACCESS);
      PrivateFiles.write(file, settings);
    }
    return same;
  }

  private static void prepareLog(Path log, Unprivileged rights) throws IOException {
    Files.createDirectories(log.getParent());
    if (!Files.exists(log)) PrivateFiles.write(log, "");
    rights.own(log);
  }
}

package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * A primary and its standby, real servers on 127.0.0.1 and 127.0.0.2 with one port, set as
 * docs/operations.md says.
 */
public final class ServerPair implements AutoCloseable {
  /** As a city's configuration names them. */
  public static final String HOSTS = "127.0.0.1,127.0.0.2";

  private static final String ACCESS =
      ServerSettings.HOST_ACCESS + "host replication postgres 127.0.0.1/32 scram-sha-256\n";
  private static final String SYNCHRONOUS =
      "ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'";

  private final PostgresLayout first;
  private final PostgresLayout second;
  private final PostgresServer primary;

  private ServerPair(PostgresLayout first, PostgresLayout second, PostgresServer primary) {
    this.first = first;
    this.second = second;
    this.primary = primary;
  }

  /** Runs when this returns: what the primary confirms is on the standby's disk as well. */
  public static ServerPair start(Path dir) throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    PostgresLayout first = layout(dir, "first", target);
    PostgresLayout second = layout(dir, "second", target);
    PostgresServer primary = PostgresServer.start(first, Map.of("shared_buffers", "64MB"));
    ServerPair pair = new ServerPair(first, second, primary);
    try {
      pair.startStandby();
      return pair;
    } catch (Exception e) {
      pair.close();
      throw e;
    }
  }

  private static PostgresLayout layout(Path dir, String name, Path programs) {
    Path own = dir.resolve(name);
    return new PostgresLayout(
        own.resolve("postgres"), programs, dir.resolve("secrets"), own.resolve("postgres.log"));
  }

  private void startStandby() throws Exception {
    PrivateFiles.write(first.cluster().resolve("pg_hba.conf"), ACCESS);
    run("SELECT pg_reload_conf()");
    copy();
    Map<String, String> settings = ServerSettings.forProduction();
    settings.put("shared_buffers", "64MB");
    settings.put("listen_addresses", "127.0.0.2");
    settings.put("primary_conninfo", conninfo());
    settings.put("primary_slot_name", "standby");
    run("SELECT pg_create_physical_replication_slot('standby', true)");
    PrivateFiles.write(second.cluster().resolve("standby.signal"), "");
    Cluster.open(second, Unprivileged.find(), settings).start(port());
    run(SYNCHRONOUS);
    run("SELECT pg_reload_conf()");
    run("CREATE TABLE proof_of_replication AS SELECT 1");
  }

  private void copy() throws IOException {
    try (BaseBackup backup = BaseBackup.begin(first)) {
      for (Path file : backup.files()) copy(file);
      BaseBackup.Finished finished = backup.end();
      for (String name : ClusterFiles.DIRECTORIES)
        Files.createDirectories(second.cluster().resolve(name));
      for (Path file : finished.wal()) copy(file);
      PrivateFiles.write(second.cluster().resolve("backup_label"), finished.label());
    }
    PrivateFiles.createDirectory(second.cluster());
  }

  private void copy(Path file) throws IOException {
    Path copied = second.cluster().resolve(file);
    Files.createDirectories(copied.getParent());
    Files.copy(first.cluster().resolve(file), copied);
  }

  private String conninfo() throws IOException {
    StoreAddress at = primary.superuser();
    return "host=127.0.0.1 port=" + at.port() + " user=postgres password=" + at.password()
        + " application_name=standby";
  }

  public int port() throws IOException {
    return primary.app().port();
  }

  /** For nodes, on both servers. */
  public StoreAddress app() throws IOException {
    return onBoth(primary.app());
  }

  /** For migrations, on both servers. */
  public StoreAddress owner() throws IOException {
    return onBoth(primary.owner());
  }

  private static StoreAddress onBoth(StoreAddress one) {
    return new StoreAddress(HOSTS, one.port(), one.database(), one.user(), one.password());
  }

  /** As a lost machine. */
  public void killPrimary() throws IOException, ExecutionException, InterruptedException {
    Postmaster.find(first.cluster()).orElseThrow().process().destroyForcibly();
    primary.onExit().get();
  }

  /** What an operator does then. */
  public void promoteStandby() throws IOException, SQLException {
    StoreAddress at = primary.superuser();
    StoreAddress standby =
        new StoreAddress("127.0.0.2", at.port(), at.database(), at.user(), at.password());
    try (Connection connection = standby.connect()) {
      StoreRoles.run(connection, "SELECT pg_promote()");
    }
  }

  /** The machine comes back and its server thinks that it still is the primary. */
  public void reviveOldPrimary() throws IOException, SQLException {
    Files.delete(first.cluster().resolve("postgresql.auto.conf"));
    primary.restart();
  }

  private void run(String sql) throws IOException, SQLException {
    try (Connection connection = primary.superuser().connect()) {
      StoreRoles.run(connection, sql);
    }
  }

  @Override
  public void close() throws IOException {
    PostgresServer.stopLeftover(second);
    PostgresServer.stopLeftover(first);
  }
}

package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a running server's files, taken as its manual says for those without pg_basebackup:
 * {@link #files} are copied while it writes, and the log from {@link #begin} to {@link #end} makes
 * them whole. Used by one thread.
 */
public final class BaseBackup implements AutoCloseable {
  /** Pins the log until the connection ends. */
  private static final String PIN =
      "SELECT pg_create_physical_replication_slot('bongsu_backup_' || pg_backend_pid(), true, true)";

  private static final Pattern FIRST_WAL = Pattern.compile("\\(file ([0-9A-F]{24})\\)");

  private final Path cluster;
  private final Connection connection;

  private BaseBackup(Path cluster, Connection connection) {
    this.cluster = cluster;
    this.connection = connection;
  }

  /**
   * What a finished copy is.
   *
   * @param label content of {@code backup_label}, without which the copy must not be started
   * @param firstWal name of the first piece of log it needs
   * @param wal the pieces of log that make it whole, relative to the cluster
   * @param endedAt by the server's clock; no restore can stop before it
   */
  public record Finished(String label, String firstWal, List<Path> wal, Instant endedAt) {
    public Finished {
      wal = List.copyOf(wal);
    }
  }

  /** Refuses ({@link StoreException}) when the server does not run. */
  public static BaseBackup begin(PostgresLayout layout) throws IOException {
    StoreAddress superuser = PostgresServer.superuser(layout);
    try {
      BaseBackup backup = new BaseBackup(layout.cluster(), superuser.connect());
      backup.ask(PIN);
      backup.ask("SELECT pg_backup_start('bongsu', true)");
      return backup;
    } catch (SQLException e) {
      throw new StoreException("the store does not begin a backup: " + e.getMessage(), e);
    }
  }

  /** What is to be copied, relative to the cluster; the control file comes last. */
  public List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(cluster)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile)
          .map(cluster::relativize)
          .filter(ClusterFiles::isCopied)
          .filter(file -> !file.equals(ControlFile.NAME))
          .sorted()
          .toList());
      files.add(ControlFile.NAME);
      return files;
    }
  }

  /** Ends the copying; what the last piece of log holds is on disk then. */
  public Finished end() throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT labelfile, pg_walfile_name(lsn),"
            + " extract(epoch from clock_timestamp()) * 1000 FROM pg_backup_stop(false)")) {
      row.next();
      String label = row.getString(1);
      Matcher first = FIRST_WAL.matcher(label);
      if (!first.find()) throw new StoreException("no first piece of log in " + label);
      List<Path> wal = wal(first.group(1), row.getString(2));
      return new Finished(label, first.group(1), wal, Instant.ofEpochMilli(row.getLong(3)));
    } catch (SQLException e) {
      throw new StoreException("the store does not end the backup: " + e.getMessage(), e);
    }
  }

  /** Of one timeline, whose names sort as they follow each other; history files as well. */
  private List<Path> wal(String first, String last) throws IOException {
    try (Stream<Path> all = Files.list(cluster.resolve("pg_wal"))) {
      return all.map(cluster::relativize)
          .filter(file -> isNeeded(file.getFileName().toString(), first, last))
          .sorted()
          .toList();
    }
  }

  private static boolean isNeeded(String name, String first, String last) {
    if (name.endsWith(".history")) return true;
    return name.length() == first.length()
        && name.compareTo(first) >= 0
        && name.compareTo(last) <= 0;
  }

  /** Where the server copies its log to; empty when it does not. */
  public Optional<Path> findArchive() {
    try {
      return Archive.find(ServerSettings.show(connection, "archive_command"));
    } catch (SQLException e) {
      throw new StoreException("the store does not tell its archive: " + e.getMessage(), e);
    }
  }

  /** Of the database, the same in all its copies. */
  public String systemId() throws IOException {
    return ControlFile.systemId(cluster);
  }

  private void ask(String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
    }
  }

  /** Gives the log free; a backup that was not ended is none. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // The server ends what a lost connection began.
    }
  }
}

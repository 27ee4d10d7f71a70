package bongsu.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a restored copy of a cluster whole: the log of its backup, then what is archived. */
public final class Recovery {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSx").withZone(ZoneOffset.UTC);
  private static final String TOO_LATE = "recovery ended before configured recovery target";
  private static final long LOOK_NS = 100_000_000;

  private Recovery() {}

  /**
   * Runs a server on the copy until it has redone all there is, then stops it.
   *
   * @param archive null: only the log in the backup is redone
   * @param until null: to the end of what there is
   * @return what the last commit says of its time, by the clock of the server that made it; null
   *     when there was none to redo
   * @throws StoreException when the copy is incomplete or {@code until} is later than the archive
   */
  public static @Nullable Instant run(
      PostgresLayout layout, @Nullable Path archive, @Nullable Instant until) throws IOException {
    Map<String, String> settings = ServerSettings.forProduction();
    settings.put("restore_command", archive == null ? "false" : Archive.restoreCommand(archive));
    settings.put("recovery_target_action", "promote");
    if (until != null) settings.put("recovery_target_time", TIME.format(until));
    PrivateFiles.write(layout.cluster().resolve("recovery.signal"), "");
    Cluster cluster = Cluster.open(layout, Unprivileged.find(), settings);
    try {
      return awaitEnd(layout, cluster.start(FreePort.find()));
    } catch (StoreException failed) {
      throw explain(layout.log(), failed);
    } finally {
      cluster.stop();
    }
  }

  private static @Nullable Instant awaitEnd(PostgresLayout layout, Postmaster server)
      throws IOException {
    while (server.process().isAlive()) {
      try (Connection connection = PostgresServer.superuser(layout).connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery(),"
              + " extract(epoch from pg_last_xact_replay_timestamp()) * 1000")) {
        row.next();
        if (!row.getBoolean(1)) return row.getObject(2) == null ? null : time(row);
      } catch (SQLException | StoreException notYet) {
        // It answers once the copy is consistent, or it has ended.
      }
      LockSupport.parkNanos(LOOK_NS);
    }
    throw new StoreException("PostgreSQL ended");
  }

  private static Instant time(ResultSet row) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(2));
  }

  private static StoreException explain(Path log, StoreException failed) throws IOException {
    List<String> fatal;
    try (var lines = Files.lines(log)) {
      fatal = lines
          .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
          .collect(Collectors.toList());
    }
    if (fatal.stream().anyMatch(line -> line.contains(TOO_LATE))) {
      return new StoreException("nothing as late as that is archived", failed);
    }
    return new StoreException(
        "the copy cannot be made whole; the reason is in " + log + ": "
            + (fatal.isEmpty() ? failed.getMessage() : fatal.get(fatal.size() - 1)),
        failed);
  }
}

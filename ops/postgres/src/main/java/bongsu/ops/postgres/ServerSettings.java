package bongsu.ops.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the embedded server is set, and what any server must be set to before we trust it. */
final class ServerSettings {
  /** Only passwords, only from this machine. */
  static final String HOST_ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

  /** Off, any of these could lose what was confirmed. */
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "full_page_writes", "synchronous_commit");

  /** The last three also write their own disk before they confirm; see docs/operations.md. */
  private static final Set<String> KEEPS = Set.of("on", "remote_apply", "remote_write", "local");

  private ServerSettings() {}

  /** For about 4 GB: many small durable appends, few large reads. */
  static Map<String, String> forProduction() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("max_connections", "200");
    all.put("password_encryption", "scram-sha-256");
    all.put("timezone", "UTC");
    MUST_BE_ON.forEach(setting -> all.put(setting, "on"));
    putMemoryAndDisk(all);
    putHousekeeping(all);
    return all;
  }

  private static void putMemoryAndDisk(Map<String, String> all) {
    all.put("shared_buffers", "512MB");
    all.put("effective_cache_size", "2GB");
    all.put("work_mem", "16MB");
    all.put("maintenance_work_mem", "128MB");
    all.put("wal_compression", "on");
    all.put("max_wal_size", "4GB");
    all.put("min_wal_size", "512MB");
    all.put("checkpoint_timeout", "15min");
    // After a crash one call to the kernel instead of an fsync of each of some thousand files.
    all.put("recovery_init_sync_method", "syncfs");
    all.put("random_page_cost", "1.1");
    all.put("effective_io_concurrency", "100");
    all.put("jit", "off");
  }

  private static void putHousekeeping(Map<String, String> all) {
    all.put("autovacuum_naptime", "30s");
    all.put("autovacuum_vacuum_scale_factor", "0.05");
    all.put("autovacuum_analyze_scale_factor", "0.02");
    all.put("autovacuum_vacuum_insert_scale_factor", "0.1");
    all.put("autovacuum_vacuum_cost_limit", "1000");
    all.put("max_locks_per_transaction", "256");
    all.put("client_connection_check_interval", "2s");
    // Statements may carry personal data: the log tells of the server, never of what was asked.
    all.put("log_min_messages", "log");
    all.put("log_min_error_statement", "panic");
    all.put("log_line_prefix", "%m [%p] ");
    all.put("log_timezone", "UTC");
  }

  static String asFile(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(e -> e.getKey() + " = '" + e.getValue().replace("'", "''") + "'\n")
        .collect(Collectors.joining());
  }

  /** Refuses a server that could lose what it has confirmed. */
  static void requireDurable(Connection connection) throws SQLException {
    for (String setting : MUST_BE_ON) {
      String value = show(connection, setting);
      if (KEEPS.contains(value)) continue;
      throw new StoreException(
          "the store has " + setting + " = " + value + ", must be on: it could lose events");
    }
  }

  static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}

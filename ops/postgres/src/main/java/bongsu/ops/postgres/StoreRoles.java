package bongsu.ops.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles beside the superuser: one owns the schema, one only reads and writes rows. */
final class StoreRoles {
  static final String OWNER = "bongsu_owner";
  static final String APP = "bongsu_app";

  private StoreRoles() {}

  /** Creates what is missing; {@code superuser} is connected to the database postgres. */
  static void create(Connection superuser, String ownerPassword, String appPassword)
      throws SQLException {
    createRole(superuser, OWNER, ownerPassword);
    createRole(superuser, APP, appPassword);
    run(superuser, "ALTER ROLE " + APP + " SET idle_in_transaction_session_timeout = '2s'");
    run(superuser, "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
  }

  /** A database that only the two roles may enter. */
  static void createDatabase(Connection superuser, String database) throws SQLException {
    if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
      run(superuser, "CREATE DATABASE " + database + " OWNER " + OWNER + " TEMPLATE template0");
    }
    run(superuser, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    run(superuser, "GRANT CONNECT ON DATABASE " + database + " TO " + APP);
  }

  private static void createRole(Connection superuser, String role, String password)
      throws SQLException {
    if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      run(superuser, "CREATE ROLE " + role + " LOGIN");
    }
    run(superuser, "ALTER ROLE " + role + " PASSWORD '" + password.replace("'", "''") + "'");
  }

  private static boolean exists(Connection superuser, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = superuser.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

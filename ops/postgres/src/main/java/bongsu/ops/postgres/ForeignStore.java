package bongsu.ops.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that somebody else keeps, named in the configuration. */
public final class ForeignStore {
  private static final int OLDEST = 15;

  private ForeignStore() {}

  /** Refuses ({@link StoreException}) one that does not answer, is too old or could lose events. */
  public static void requireUsable(StoreAddress app) {
    try (Connection connection = app.connect()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StoreException("the store is PostgreSQL " + version + ", must be ≥ " + OLDEST);
      }
      ServerSettings.requireDurable(connection);
      requireShortTransactions(connection, app.user());
    } catch (SQLException e) {
      throw new StoreException("the store " + app + " does not answer: " + e.getMessage(), e);
    }
  }

  /** A node that hangs in a transaction would hold its lease row for ever. */
  private static void requireShortTransactions(Connection connection, String user)
      throws SQLException {
    String timeout = ServerSettings.show(connection, "idle_in_transaction_session_timeout");
    if (!timeout.equals("0")) return;
    throw new StoreException("the store lets idle transactions live for ever: ALTER ROLE "
        + user
        + " SET idle_in_transaction_session_timeout = '2s'");
  }
}

package bongsu.ops.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * What a node asks of the store before it starts. Little and fast: while a node that was killed is
 * not back, others do its work.
 */
public final class KnownSchema {
  /** Of our newest migration. */
  public static final int NEWEST = 5;

  private static final String VERSION =
      "select coalesce(max(version::int), 0) from flyway_schema_history where success";
  private static final long AGAIN_MS = 250;

  private KnownSchema() {}

  /**
   * Waits as long as the store is away. Refuses ({@link StoreException}) a schema that is newer than
   * {@code newest} and a store that answers with anything but its version.
   */
  public static void await(StoreAddress store, int newest) throws InterruptedException {
    while (true) {
      try (Connection connection = store.connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(VERSION)) {
        row.next();
        require(row.getInt(1), newest);
        return;
      } catch (SQLException e) {
        if (!isAway(e)) throw new StoreException("the store's schema cannot be read: " + e, e);
        TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
      }
    }
  }

  private static void require(int version, int newest) {
    if (version > newest) throw newer("" + version);
  }

  static StoreException newer(String version) {
    return new StoreException("the store's schema is at version " + version
        + ", which this Bongsu does not know: start the newer Bongsu or restore a backup");
  }

  /** Not reached (08), or starting, stopping or recovering (57P01 to 57P03). */
  private static boolean isAway(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.startsWith("57P");
  }
}

package bongsu.ops.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the store's schema to the version this Bongsu knows. Runs as the owner; tables, sequences
 * and functions it makes can be used, not changed, by the application's role, whose name the SQL
 * may use as {@code ${appUser}} to take rights back.
 */
public final class SchemaMigration {
  /** Where the platform's own SQL lies on the class path. */
  public static final String LOCATION = "classpath:db/migration";

  private final StoreAddress owner;
  private final String appUser;

  public SchemaMigration(StoreAddress owner, String appUser) {
    this.owner = owner;
    this.appUser = appUser;
  }

  /**
   * Applies what is missing and tells how many steps that were. Refuses ({@link StoreException}) a
   * schema that is newer than ours, and one that was changed by hand.
   */
  public int run(String... locations) {
    try {
      grant();
      Flyway flyway = flyway(locations);
      requireKnown(flyway);
      int applied = flyway.migrate().migrationsExecuted;
      protectHistory();
      return applied;
    } catch (FlywayException | SQLException e) {
      throw new StoreException("the store's schema cannot be migrated: " + firstLine(e), e);
    }
  }

  private Flyway flyway(String... locations) {
    return Flyway.configure()
        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
        .locations(locations)
        .failOnMissingLocations(true)
        .placeholders(Map.of("appUser", appUser))
        .load();
  }

  private static void requireKnown(Flyway flyway) {
    MigrationInfo newest = Arrays.stream(flyway.info().applied())
        .filter(each -> each.getState().isApplied() && !each.getState().isResolved())
        .reduce((earlier, later) -> later)
        .orElse(null);
    if (newest == null) return;
    throw KnownSchema.newer("" + newest.getVersion());
  }

  private void grant() throws SQLException {
    String app = '"' + appUser.replace("\"", "\"\"") + '"';
    String byDefault = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ";
    try (Connection connection = owner.connect()) {
      StoreRoles.run(connection, "GRANT USAGE ON SCHEMA public TO " + app);
      StoreRoles.run(connection, byDefault + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app);
      StoreRoles.run(connection, byDefault + "USAGE, SELECT ON SEQUENCES TO " + app);
      StoreRoles.run(connection, byDefault + "EXECUTE ON FUNCTIONS TO " + app);
    }
  }

  private void protectHistory() throws SQLException {
    String app = '"' + appUser.replace("\"", "\"\"") + '"';
    try (Connection connection = owner.connect()) {
      StoreRoles.run(
          connection, "REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM " + app);
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.lines().findFirst().orElse(message);
  }
}

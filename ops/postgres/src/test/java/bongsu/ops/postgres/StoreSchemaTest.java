package bongsu.ops.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSchemaTest {
  private static final String NOT_PERMITTED = "42501";

  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:schema/one");

  @Test
  void appReadsAndWritesRowsAndCallsFunctions() throws SQLException {
    asApp("INSERT INTO reading (value) VALUES (21)");
    asApp("INSERT INTO audit VALUES ('written')");
    try (Connection app = STORE.app().connect();
        Statement statement = app.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(doubled(value)) FROM reading")) {
      assertTrue(row.next());
      assertEquals(42, row.getDouble(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id int)",
        "DROP TABLE reading",
        "ALTER TABLE reading ADD COLUMN mine int",
        "TRUNCATE reading",
        "CREATE ROLE mine",
        "ALTER SYSTEM SET fsync = off",
        "UPDATE audit SET line = 'changed'",
        "DELETE FROM flyway_schema_history",
        "SELECT pg_read_file('postgresql.conf')",
      })
  void appMayChangeNothingButRows(String sql) {
    SQLException refused = assertThrows(SQLException.class, () -> asApp(sql));
    assertEquals(NOT_PERMITTED, refused.getSQLState());
  }

  @Test
  void appCannotEnterAnotherDatabase() {
    assertThrows(SQLException.class, () -> STORE.app().withDatabase("postgres").connect());
  }

  @Test
  void idleTransactionsOfTheAppEndAfterTwoSeconds() throws SQLException {
    try (Connection app = STORE.app().connect()) {
      assertEquals("2s", ServerSettings.show(app, "idle_in_transaction_session_timeout"));
    }
  }

  @Test
  void aServerOfSomebodyElseIsTakenWhenItIsDurable() {
    ForeignStore.requireUsable(STORE.app());
    StoreException refused =
        assertThrows(StoreException.class, () -> ForeignStore.requireUsable(STORE.owner()));
    assertTrue(refused.getMessage().contains("idle_in_transaction_session_timeout"));
  }

  @Test
  void aServerThatCouldLoseEventsIsRefused() throws SQLException {
    try (Connection connection = STORE.app().connect()) {
      StoreRoles.run(connection, "SET synchronous_commit = off");
      StoreException refused =
          assertThrows(StoreException.class, () -> ServerSettings.requireDurable(connection));
      assertTrue(refused.getMessage().contains("synchronous_commit = off"));
    }
  }

  @Test
  void aNewerSchemaIsRefusedByAnOlderBongsu() {
    try (TestStore other = TestStore.migratedFrom("classpath:schema/two").open()) {
      SchemaMigration older = new SchemaMigration(other.owner(), other.app().user());
      StoreException refused =
          assertThrows(StoreException.class, () -> older.run("classpath:schema/one"));
      assertEquals(
          "the store's schema is at version 2, which this Bongsu does not know:"
              + " start the newer Bongsu or restore a backup",
          refused.getMessage());
    }
  }

  @Test
  void anOlderNodeDoesNotStartOnANewerSchemaAndANewerOneDoes() throws Exception {
    try (TestStore other = TestStore.migratedFrom("classpath:schema/two").open()) {
      KnownSchema.await(other.app(), 2);
      StoreException refused =
          assertThrows(StoreException.class, () -> KnownSchema.await(other.app(), 1));
      assertTrue(refused.getMessage().contains("is at version 2, which this Bongsu does not know"));
    }
  }

  @Test
  void migratingAgainDoesNothing() {
    SchemaMigration again = new SchemaMigration(STORE.owner(), STORE.app().user());
    assertEquals(0, again.run("classpath:schema/one"));
  }

  private static void asApp(String sql) throws SQLException {
    try (Connection app = STORE.app().connect()) {
      StoreRoles.run(app, sql);
    }
  }
}

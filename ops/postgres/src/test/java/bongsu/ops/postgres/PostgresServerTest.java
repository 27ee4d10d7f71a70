package bongsu.ops.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");

  @TempDir
  Path dir;

  private PostgresLayout layout;

  @BeforeEach
  void shareUnpackedPrograms() {
    PostgresLayout own = PostgresLayout.in(dir);
    Path target = Path.of("target").toAbsolutePath();
    layout = new PostgresLayout(own.cluster(), target, own.secrets(), own.log());
  }

  @AfterEach
  void leaveNothingRunning() throws IOException {
    PostgresServer.stopLeftover(layout);
  }

  @Test
  void servesDurablyOnLoopbackOnly() throws Exception {
    try (PostgresServer server = PostgresServer.start(layout, SMALL);
        Connection connection = server.superuser().connect()) {
      assertEquals("on", ServerSettings.show(connection, "fsync"));
      assertEquals("on", ServerSettings.show(connection, "full_page_writes"));
      assertEquals("on", ServerSettings.show(connection, "synchronous_commit"));
      assertEquals("on", ServerSettings.show(connection, "data_checksums"));
      assertEquals("UTF8", ServerSettings.show(connection, "server_encoding"));
      assertEquals("127.0.0.1", ServerSettings.show(connection, "listen_addresses"));
      assertEquals("", ServerSettings.show(connection, "unix_socket_directories"));
      assertEquals("scram-sha-256", ServerSettings.show(connection, "password_encryption"));
    }
  }

  @Test
  void nobodyEntersWithoutThePassword() throws IOException {
    try (PostgresServer server = PostgresServer.start(layout, SMALL)) {
      StoreAddress app = server.app();
      StoreAddress guess =
          new StoreAddress(app.host(), app.port(), app.database(), app.user(), "guess");
      assertThrows(SQLException.class, guess::connect);
    }
  }

  @Test
  void secretsAreForTheirOwnerOnly() throws IOException {
    PostgresServer.start(layout, SMALL).close();
    assertEquals("rwx------", permissions(layout.secrets()));
    assertEquals("rw-------", permissions(layout.secrets().resolve("postgres-bongsu_app")));
  }

  @Test
  void aServerLeftOverIsTakenOver() throws IOException {
    PostgresServer left = PostgresServer.start(layout, SMALL);
    try (PostgresServer next = PostgresServer.start(layout, SMALL)) {
      assertFalse(left.wasAdopted());
      assertTrue(next.wasAdopted());
      assertEquals(left.app(), next.app());
    }
    assertTrue(Postmaster.find(layout.cluster()).isEmpty());
  }

  @Test
  void aServerLeftOverWithOtherSettingsIsReplaced() throws Exception {
    PostgresServer.start(layout, SMALL);
    try (PostgresServer next = PostgresServer.start(layout, Map.of("shared_buffers", "24MB"));
        Connection connection = next.superuser().connect()) {
      assertFalse(next.wasAdopted());
      assertEquals("24MB", ServerSettings.show(connection, "shared_buffers"));
    }
  }

  @Test
  void whatWasConfirmedSurvivesKillMinusNine() throws Exception {
    PostgresServer killed = PostgresServer.start(layout, SMALL);
    try (Connection owner = killed.owner().connect()) {
      StoreRoles.run(owner, "CREATE TABLE kept AS SELECT 1");
    }
    Postmaster.find(layout.cluster()).orElseThrow().process().destroyForcibly();
    killed.onExit().get(60, TimeUnit.SECONDS);
    killed.restart();
    try (Connection owner = killed.owner().connect()) {
      StoreRoles.run(owner, "DROP TABLE kept");
    }
  }

  @Test
  void aProcessNumberUsedAgainByAnotherProgramIsNoServer() throws IOException {
    PostgresServer.start(layout, SMALL).close();
    String self = ProcessHandle.current().pid() + "\n" + layout.cluster() + "\n1\n5432\n";
    Files.writeString(layout.cluster().resolve("postmaster.pid"), self);
    try (PostgresServer server = PostgresServer.start(layout, SMALL)) {
      assertNotEquals(5432, server.app().port());
    }
  }

  @Test
  void aServerSetToLoseEventsIsRefusedAndStopped() throws IOException {
    StoreException refused = assertThrows(
        StoreException.class,
        () -> PostgresServer.start(layout, Map.of("shared_buffers", "16MB", "fsync", "off")));
    assertTrue(refused.getMessage().contains("fsync = off"));
    assertTrue(Postmaster.find(layout.cluster()).isEmpty());
  }

  @Test
  void rootWithoutUserNamespacesServesAsNobody() throws IOException {
    assumeTrue(Unprivileged.isRoot(), "only root can become nobody");
    Map<String, String> settings = ServerSettings.forProduction();
    settings.putAll(SMALL);
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    Cluster cluster = Cluster.open(layout, Unprivileged.asNobody(), settings);
    Postmaster started = cluster.start(FreePort.find());
    assertEquals("nobody", started.process().info().user().orElse(""));
    cluster.stop();
    assertTrue(Postmaster.find(layout.cluster()).isEmpty());
  }

  @Test
  void aDirectoryThatNobodyCannotReachIsNamed() throws IOException {
    assumeTrue(Unprivileged.isRoot(), "only root can become nobody");
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> settings = ServerSettings.forProduction();
    StoreException refused = assertThrows(
        StoreException.class, () -> Cluster.open(layout, Unprivileged.asNobody(), settings));
    assertTrue(refused.getMessage().contains("nobody cannot reach"), refused.getMessage());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

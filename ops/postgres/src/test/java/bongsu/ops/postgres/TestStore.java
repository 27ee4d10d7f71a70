package bongsu.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL for a test class: a database of its own, made before the first test and dropped
 * after the last, on one server that all test classes of this Java process share.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");
 * }</pre>
 */
public final class TestStore implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final String database = "test_" + NEXT.incrementAndGet();
  private final String[] locations;

  private TestStore(String... locations) {
    this.locations = locations;
  }

  /** With the schema that these Flyway locations make; none makes an empty database. */
  public static TestStore migratedFrom(String... locations) {
    return new TestStore(locations);
  }

  /** Unpacked once for all tests of this module, for those that start servers themselves. */
  public static Path unpackedPrograms() throws IOException {
    return PostgresBinaries.unpackInto(Path.of("target").toAbsolutePath());
  }

  /** Outside JUnit's life cycle; the caller closes it. */
  public TestStore open() {
    try (Connection connection = SharedServer.get().superuser().connect()) {
      StoreRoles.createDatabase(connection, database);
      if (locations.length > 0) new SchemaMigration(owner(), app().user()).run(locations);
      return this;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("no test store: " + e.getMessage(), e);
    }
  }

  /** As nodes see it: rows only. */
  public StoreAddress app() {
    return unchecked(() -> SharedServer.get().app().withDatabase(database));
  }

  /** As migrations see it: owns the schema. */
  public StoreAddress owner() {
    return unchecked(() -> SharedServer.get().owner().withDatabase(database));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    try (Connection connection = SharedServer.get().superuser().connect()) {
      StoreRoles.run(connection, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("test store not dropped: " + e.getMessage(), e);
    }
  }

  private interface Lookup {
    StoreAddress get() throws IOException;
  }

  private static StoreAddress unchecked(Lookup lookup) {
    try {
      return lookup.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Under this module's target; stopped when the tests' process ends. */
  private static final class SharedServer {
    private static final PostgresServer SERVER = unchecked();

    static PostgresServer get() {
      return SERVER;
    }

    private static PostgresServer unchecked() {
      try {
        return start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static PostgresServer start() throws IOException {
      Path target = Path.of("target").toAbsolutePath();
      Path own = target.resolve("test-store");
      PostgresLayout layout = new PostgresLayout(
          own.resolve("postgres"), target, own.resolve("secrets"), own.resolve("postgres.log"));
      PostgresServer.stopLeftover(layout);
      PostgresBinaries.deleteTree(own);
      PostgresServer server = PostgresServer.start(layout, Map.of("shared_buffers", "64MB"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return server;
    }

    private static void stop(PostgresServer server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package bongsu.verticles.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bongsu.ops.postgres.TestStore;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PrimaryTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");

  private Vertx vertx;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() throws Exception {
    NodeStore.await(vertx.close());
  }

  @Test
  void theOneThatAnswersAndTakesWritesIsChosen() throws Exception {
    Primary primary = new Primary(vertx, options("127.0.0.9, 127.0.0.1"));
    assertEquals("127.0.0.1", NodeStore.await(primary.get()).getHost());
  }

  @Test
  void withoutAnyConnectionsFail() {
    Primary primary = new Primary(vertx, options("127.0.0.8,127.0.0.9"));
    assertThrows(ExecutionException.class, () -> NodeStore.await(primary.get()));
  }

  private static PgConnectOptions options(String hosts) {
    var app = STORE.app();
    return new PgConnectOptions()
        .setHost(hosts)
        .setPort(app.port())
        .setDatabase(app.database())
        .setUser(app.user())
        .setPassword(app.password());
  }
}

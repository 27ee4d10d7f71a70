package bongsu.ops.serve;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.postgres.FreePort;
import bongsu.ops.postgres.KnownSchema;
import bongsu.ops.postgres.SchemaMigration;
import bongsu.ops.postgres.StoreAddress;
import bongsu.ops.postgres.StoreException;
import bongsu.ops.postgres.TestStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KnownSchemaTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom(SchemaMigration.LOCATION);

  @Test
  void theNewestVersionIsThatOfTheNewestMigration() throws Exception {
    KnownSchema.await(STORE.app(), KnownSchema.NEWEST);
    assertThrows(
        StoreException.class, () -> KnownSchema.await(STORE.app(), KnownSchema.NEWEST - 1));
  }

  @Test
  void aWrongPasswordIsSaidAtOnce() {
    StoreAddress app = STORE.app();
    StoreAddress wrong =
        new StoreAddress(app.host(), app.port(), app.database(), app.user(), "wrong");
    assertThrows(StoreException.class, () -> KnownSchema.await(wrong, KnownSchema.NEWEST));
  }

  @Test
  void aStoreThatIsAwayIsWaitedFor() throws Exception {
    StoreAddress away =
        new StoreAddress("127.0.0.1", FreePort.find(), "bongsu", "bongsu_app", "any");
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try {
      Future<?> waits = waiting.submit(() -> {
        KnownSchema.await(away, KnownSchema.NEWEST);
        return null;
      });
      assertThrows(TimeoutException.class, () -> waits.get(600, TimeUnit.MILLISECONDS));
    } finally {
      waiting.shutdownNow();
    }
    assertTrue(waiting.awaitTermination(10, TimeUnit.SECONDS));
  }
}

package bongsu.ops.serve;

import static org.junit.jupiter.api.Assertions.assertThrows;

import bongsu.ops.postgres.FreePort;
import bongsu.ops.postgres.KnownSchema;
import bongsu.ops.postgres.SchemaMigration;
import bongsu.ops.postgres.StoreAddress;
import bongsu.ops.postgres.StoreException;
import bongsu.ops.postgres.TestStore;
import java.util.concurrent.CompletableFuture;
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
    CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> await(away));
    assertThrows(TimeoutException.class, () -> waits.get(600, TimeUnit.MILLISECONDS));
    waits.cancel(true);
  }

  private static void await(StoreAddress away) {
    try {
      KnownSchema.await(away, KnownSchema.NEWEST);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

package bongsu.verticles.access;

import static bongsu.verticles.access.AccessBench.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.ops.postgres.TestStore;
import org.junit.jupiter.api.Test;

class StoreOutageTest {
  @Test
  void whoWasInStaysInWhileTheStoreIsAway() {
    TestStore store = TestStore.migratedFrom("classpath:db/migration").open();
    try (AccessBench node = new AccessBench(store.app())) {
      String cookie = node.signedIn("kim", Role.OPERATOR);
      String token = node.token("screen", Right.READ_LIVE);
      await(node.sessions.refresh());
      store.close();
      assertThrows(RuntimeException.class, () -> await(node.sessions.refresh()));
      assertThrows(RuntimeException.class, () -> await(node.tokens.load()));
      assertEquals(200, node.get("/api/v1/session", "Cookie", cookie).statusCode());
      assertTrue(node.tokens.findBearer(token).isPresent());
      assertEquals(503, node.signIn("kim", "correct horse kim").statusCode());
      assertEquals(503, node.get("/api/v1/session", "Cookie", "bongsu=unknown").statusCode());
    }
  }
}

package bongsu.verticles.access;

import static bongsu.verticles.access.AccessBench.await;
import static bongsu.verticles.access.AccessBench.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Principal;
import bongsu.core.access.Right;
import bongsu.ops.postgres.TestStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokensTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");

  private static AccessBench node;

  @BeforeAll
  static void start() {
    node = new AccessBench(STORE.app());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static TokenGrant grant(String name) {
    return new TokenGrant(name, Set.of(name), Set.of(Right.SEND_CALL_REPORT), true, null);
  }

  private static String create(TokenGrant grant) {
    String text = await(node.tokenStore.create("local:test", grant));
    await(node.tokens.load());
    return text;
  }

  private static Optional<Principal> find(String name, String token) {
    return node.tokens.findByName(name, token);
  }

  @Test
  void aTokenHasTheRightsItWasGivenAndNoOther() {
    String token = create(grant("fire-119"));
    Principal found = node.tokens.findBearer(token).orElseThrow();
    assertEquals(
        Principal.machine("fire-119", Set.of(Right.SEND_CALL_REPORT), Set.of("fire-119"), true),
        found);
    assertEquals(Optional.of(found), find("fire-119", token));
  }

  @Test
  void aWrongSecretIsRefused() {
    String token = create(grant("wrong-secret"));
    assertTrue(find("wrong-secret", token + "x").isEmpty());
    assertTrue(find("wrong-secret", "wrong-secret." + Secrets.create()).isEmpty());
    assertTrue(find("wrong-secret", "").isEmpty());
    assertTrue(node.tokens.findBearer("").isEmpty());
    assertTrue(node.tokens.findBearer("no-dot").isEmpty());
  }

  @Test
  void anotherTokensSecretOpensNothing() {
    String other = create(grant("other"));
    create(grant("mine"));
    assertTrue(find("mine", other).isEmpty());
    assertTrue(find("mine", "mine" + other.substring("other".length())).isEmpty());
  }

  @Test
  void anUnknownNameIsRefused() {
    assertTrue(find("nobody", "nobody." + Secrets.create()).isEmpty());
  }

  @Test
  void anExpiredTokenIsRefusedFromThatMomentOn() {
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    String token =
        create(new TokenGrant("expiring", Set.of(), Set.of(Right.READ_LIVE), false, end));
    try {
      node.clockAt(end.minusMillis(1));
      assertTrue(find("expiring", token).isPresent());
      node.clockAt(end);
      assertFalse(find("expiring", token).isPresent());
    } finally {
      node.clockAt(Instant.EPOCH);
    }
  }

  @Test
  void aRevokedTokenIsRefusedOnEveryNodeWithinSeconds() {
    try (AccessBench second = new AccessBench(STORE.app())) {
      String token = create(grant("revoked"));
      until(() -> second.tokens.findBearer(token).isPresent());
      await(node.tokenStore.revoke("local:test", "revoked"));
      until(() -> second.tokens.findBearer(token).isEmpty());
      until(() -> node.tokens.findBearer(token).isEmpty());
    }
  }

  @Test
  void aNameIsNotUsedAgain() {
    create(grant("taken"));
    await(node.tokenStore.revoke("local:test", "taken"));
    var again = assertThrows(IllegalArgumentException.class, () -> create(grant("taken")));
    assertTrue(again.getMessage().contains("taken"));
    assertThrows(
        IllegalArgumentException.class, () -> await(node.tokenStore.revoke("local:test", "taken")));
  }

  @Test
  void theSecretIsKeptNowhere() {
    String token = create(grant("secret"));
    String secret = token.substring(token.lastIndexOf('.') + 1);
    String rows = await(node.pool
        .query("select string_agg(t::text, ' ') from token t")
        .execute()
        .map(r -> r.iterator().next().getString(0)));
    assertTrue(rows.contains("secret"));
    assertFalse(rows.contains(secret));
    assertNotEquals(token, rows);
  }

  @Test
  void aGrantThatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> grant("with space"));
    assertThrows(IllegalArgumentException.class, () -> grant(""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TokenGrant("a", Set.of(), Set.of(Right.SEND_ALL), false, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TokenGrant("a", Set.of("a"), Set.of(), false, null));
  }
}

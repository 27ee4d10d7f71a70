package bongsu.verticles.access;

import static bongsu.verticles.access.AccessBench.await;
import static bongsu.verticles.access.AccessBench.cookieOf;
import static bongsu.verticles.access.AccessBench.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Role;
import bongsu.ops.postgres.TestStore;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionRoutesTest {
  private static final String PATH = "/api/v1/session";

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

  @BeforeEach
  void forgetWrongTries() {
    sql("delete from sign_in_try");
  }

  private static void sql(String text) {
    await(node.pool.query(text).execute());
  }

  private static long count(String text) {
    return await(node.pool.query(text).execute()).iterator().next().getLong(0);
  }

  @Test
  void signingInGivesACookieThatScriptsCannotReadAndOtherSitesCannotUse() {
    node.signedIn("hong", Role.SUPERVISOR);
    HttpResponse<String> answer = node.signIn("hong", "correct horse hong");
    assertEquals(204, answer.statusCode());
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    assertTrue(cookie.startsWith("bongsu="), cookie);
    assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("; httponly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
    assertTrue(cookie.contains("Path=/"), cookie);
    assertFalse(cookie.contains("Domain"), cookie);
  }

  @Test
  void theSessionTellsWhoAndWhatTheyMay() {
    String cookie = node.signedIn("lee", Role.OPERATOR);
    JsonObject me = new JsonObject(node.get(PATH, "Cookie", cookie).body());
    assertEquals("lee", me.getString("name"));
    assertEquals("operator", me.getString("role"));
    assertTrue(me.getJsonArray("rights").contains("command"));
    assertFalse(me.getJsonArray("rights").contains("administer"));
  }

  @Test
  void withoutASessionNobodyIsSignedIn() {
    assertEquals(401, node.get(PATH).statusCode());
    assertEquals(401, node.get(PATH, "Cookie", "bongsu=" + Secrets.create()).statusCode());
    assertEquals(401, node.get(PATH, "Cookie", "bongsu=").statusCode());
  }

  @Test
  void aSessionHoldsOnEveryNodeAndEndsOnEveryNode() {
    String cookie = node.signedIn("park", Role.OPERATOR);
    try (AccessBench second = new AccessBench(STORE.app())) {
      assertEquals(200, second.get(PATH, "Cookie", cookie).statusCode());
      var out = node.delete(PATH, "Cookie", cookie, "Origin", node.origin());
      assertEquals(204, out.statusCode());
      assertEquals(401, node.get(PATH, "Cookie", cookie).statusCode());
      until(() -> second.get(PATH, "Cookie", cookie).statusCode() == 401);
    }
  }

  @Test
  void aSessionJustOpenedHoldsAtOnceOnAnotherNode() {
    try (AccessBench second = new AccessBench(STORE.app())) {
      String cookie = node.signedIn("yoon", Role.OPERATOR);
      assertEquals(200, second.get(PATH, "Cookie", cookie).statusCode());
    }
  }

  @Test
  void aRemovedPersonAndAChangedPasswordEndTheirSessions() {
    String choi = node.signedIn("choi", Role.OPERATOR);
    String jung = node.signedIn("jung", Role.OPERATOR);
    await(node.users.remove("local:test", "choi"));
    await(node.users.setPassword("local:test", "jung", "another password"));
    until(() -> node.get(PATH, "Cookie", choi).statusCode() == 401);
    until(() -> node.get(PATH, "Cookie", jung).statusCode() == 401);
    assertEquals(401, node.signIn("choi", "correct horse choi").statusCode());
    assertEquals(401, node.signIn("jung", "correct horse jung").statusCode());
    assertEquals(204, node.signIn("jung", "another password").statusCode());
  }

  @Test
  void aSessionEndsAfterTwelveHoursOrSixtyMinutesWithoutUse() {
    String old = node.signedIn("old", Role.OPERATOR);
    String idle = node.signedIn("idle", Role.OPERATOR);
    sql(
        "update session set created_at = now() - interval '12 hours 1 second' where person = 'old'");
    sql(
        "update session set seen_at = now() - interval '60 minutes 1 second' where person = 'idle'");
    until(() -> node.get(PATH, "Cookie", old).statusCode() == 401);
    until(() -> node.get(PATH, "Cookie", idle).statusCode() == 401);
  }

  @Test
  void useKeepsASessionAlive() {
    String cookie = node.signedIn("busy", Role.OPERATOR);
    sql("update session set seen_at = now() - interval '59 minutes' where person = 'busy'");
    assertEquals(200, node.get(PATH, "Cookie", cookie).statusCode());
    until(() -> count("select count(*) from session where person = 'busy'"
            + " and seen_at > now() - interval '1 minute'")
        == 1);
  }

  @Test
  void theCookiesValueIsKeptNowhere() {
    String id = node.signedIn("hidden", Role.OPERATOR).split("=", 2)[1];
    String rows = await(node.pool
        .query("select string_agg(s::text, ' ') || (select string_agg(a::text, ' ') from audit a)"
            + " from session s")
        .execute()
        .map(r -> r.iterator().next().getString(0)));
    assertFalse(rows.contains(id));
  }

  @Test
  void fiveWrongPasswordsForANameAndTheSixthTryMustWait() {
    node.signedIn("target", Role.OPERATOR);
    for (int i = 0; i < 5; i++)
      assertEquals(401, node.signIn("target", "wrong password").statusCode());
    HttpResponse<String> sixth = node.signIn("target", "correct horse target");
    assertEquals(429, sixth.statusCode());
    assertEquals("60", sixth.headers().firstValue("retry-after").orElseThrow());
  }

  @Test
  void theThrottleCountsAllNodesTogetherAndAllNamesOfAnAddress() {
    try (AccessBench second = new AccessBench(STORE.app())) {
      for (int i = 0; i < 3; i++)
        assertEquals(401, node.signIn("guess" + i, "wrong password").statusCode());
      for (int i = 3; i < 5; i++)
        assertEquals(401, second.signIn("guess" + i, "wrong password").statusCode());
      assertEquals(429, second.signIn("guess5", "wrong password").statusCode());
      assertEquals(429, node.signIn("guess6", "wrong password").statusCode());
    }
  }

  @Test
  void manyTriesAtOnceAreNoWayAroundTheThrottle() {
    var tries = java.util.stream.IntStream.range(0, 12)
        .mapToObj(i -> node.signIns.signIn("flood", "wrong password", "10.0.0.9"))
        .map(f -> f.map(200).otherwise(AccessBench::statusOf))
        .toList();
    long wrong = tries.stream().map(AccessBench::await).filter(s -> s == 401).count();
    assertTrue(wrong <= 5, wrong + " passwords were looked at");
  }

  @Test
  void rightPasswordsDoNotCount() {
    node.signedIn("often", Role.OPERATOR);
    for (int i = 0; i < 8; i++)
      assertEquals(204, node.signIn("often", "correct horse often").statusCode());
  }

  @Test
  void theThrottleLetsGoAfterAMinute() {
    for (int i = 0; i < 6; i++) node.signIn("later", "wrong password");
    sql("update sign_in_try set at = at - interval '61 seconds'");
    assertEquals(401, node.signIn("later", "wrong password").statusCode());
  }

  @Test
  void anotherSiteCanNeitherSignInNorOut() {
    String cookie = node.signedIn("victim", Role.OPERATOR);
    String body = "{\"name\":\"victim\",\"password\":\"correct horse victim\"}";
    assertEquals(403, node.post(PATH, body, "Origin", "https://evil.example").statusCode());
    assertEquals(
        403,
        node.delete(PATH, "Cookie", cookie, "Origin", "https://evil.example").statusCode());
    assertEquals(403, node.delete(PATH, "Cookie", cookie).statusCode());
    assertEquals(200, node.get(PATH, "Cookie", cookie).statusCode());
  }

  @Test
  void aBodyThatIsNoSignInIsABadRequest() {
    for (String body :
        new String[] {"", "[]", "{", "{\"name\":\"a\"}", "{\"name\":1,\"password\":2}"})
      assertEquals(400, node.post(PATH, body).statusCode(), body);
    assertEquals(413, node.post(PATH, "x".repeat(5_000)).statusCode());
  }

  @Test
  void signInsAreAuditedAndAnUnknownNameIsNotWrittenDown() {
    node.signedIn("audited", Role.OPERATOR);
    node.signIn("audited", "wrong password");
    node.signIn("my-secret-password-typed-as-name", "x");
    assertEquals(
        1,
        count("select count(*) from audit where who = 'user:audited'"
            + " and what = 'session.start'"));
    assertEquals(
        1,
        count("select count(*) from audit where who = 'user:audited'"
            + " and what = 'session.refused'"));
    assertEquals(0, count("select count(*) from audit a where a::text like '%my-secret%'"));
  }

  @Test
  void composedAndDecomposedHangulAreTheSameNameAndPassword() {
    await(node.users.add("local:test", "\uae40", Role.OPERATOR, "\ud55c\uae00 password"));
    String decomposed =
        java.text.Normalizer.normalize("\ud55c\uae00", java.text.Normalizer.Form.NFD);
    String name = java.text.Normalizer.normalize("\uae40", java.text.Normalizer.Form.NFD);
    assertEquals(204, node.signIn(name, decomposed + " password").statusCode());
  }

  @Test
  void peopleAreAddedWithCare() {
    await(node.users.add("local:test", "once", Role.OPERATOR, "long enough password"));
    refused("once", "long enough password");
    refused("short", "too short");
    refused("with space", "long enough password");
    refused("", "long enough password");
    assertThrows(
        IllegalArgumentException.class, () -> await(node.users.remove("local:test", "nobody")));
  }

  private static void refused(String name, String password) {
    assertThrows(
        IllegalArgumentException.class,
        () -> await(node.users.add("local:test", name, Role.OPERATOR, password)));
  }

  @Test
  void theFirstPersonIsAddedOnceByWhicheverNodeIsFirst() {
    try (TestStore fresh = TestStore.migratedFrom("classpath:db/migration").open();
        AccessBench one = new AccessBench(fresh.app());
        AccessBench two = new AccessBench(fresh.app())) {
      var a = one.users.addFirst("local:test", "admin", Role.ADMINISTRATOR, "first password");
      var b = two.users.addFirst("local:test", "admin", Role.ADMINISTRATOR, "other password");
      assertTrue(await(a) ^ await(b));
      assertEquals(1, await(one.users.list()).size());
    }
  }

  @Test
  void overTlsTheCookieIsBoundToTheHost() {
    node.signedIn("secure", Role.OPERATOR);
    try (AccessBench tls = new AccessBench(STORE.app())) {
      tls.router.clear();
      tls.mount(new SessionRoutes(
          tls.signIns, tls.gate, new SessionCookie(true), tls.sameOrigin, tls.publicSide));
      var answer = tls.signIn("secure", "correct horse secure");
      assertTrue(cookieOf(answer).startsWith("__Host-bongsu="));
      assertTrue(answer.headers().firstValue("set-cookie").orElseThrow().contains("Secure"));
    }
  }
}

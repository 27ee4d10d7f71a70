package bongsu.verticles.access;

import static bongsu.verticles.access.AccessBench.await;
import static bongsu.verticles.access.AccessBench.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Principal;
import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.ops.postgres.TestStore;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GateTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");

  private static AccessBench node;

  @BeforeAll
  static void start() {
    node = new AccessBench(STORE.app());
    node.mount(GateTest::probes);
  }

  /** A route that reads, one that changes, and one that is upgraded. */
  private static void probes(Router router) {
    router
        .get("/read")
        .handler(node.gate.require())
        .handler(ctx -> ctx.end(Gate.principal(ctx).who()));
    router
        .post("/echo")
        .handler(node.gate.require(Right.COMMAND))
        .handler(BodyHandler.create(false))
        .handler(ctx -> ctx.end(ctx.body().buffer()));
    router.get("/socket").handler(node.gate.require(Right.READ_LIVE)).handler(ctx -> ctx.request()
        .toWebSocket()
        .onSuccess(socket -> socket.writeTextMessage("welcome")));
    router.get("/ungated").handler(ctx -> ctx.end(Gate.principal(ctx).who()));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }

  private static long audited(String who, String detail) {
    return await(node.pool
        .preparedQuery("select count(*) from audit where who = $1 and what = 'access.refused'"
            + " and detail like $2")
        .execute(io.vertx.sqlclient.Tuple.of(who, detail))
        .map(rows -> rows.iterator().next().getLong(0)));
  }

  @Test
  void everyTokenTrickIs401AndAudited() {
    String good = node.token("good", Right.COMMAND);
    String revoked = node.token("revoked", Right.COMMAND);
    await(node.tokenStore.revoke("local:test", "revoked"));
    await(node.tokens.load());
    assertEquals(200, node.get("/read", "Authorization", bearer(good)).statusCode());
    for (String trick : new String[] {
      bearer(good + "x"),
      bearer("good"),
      bearer("good."),
      bearer(""),
      bearer(revoked),
      good,
      "Basic Z29vZDpnb29k",
      bearer("nobody." + Secrets.create()),
      bearer(good.toUpperCase(java.util.Locale.ROOT))
    }) assertEquals(401, node.get("/read", "Authorization", trick).statusCode(), trick);
    assertEquals(401, node.get("/read").statusCode());
    until(() -> audited("token:good", "wrong token from 127.0.0.1") == 1);
    until(() -> audited("token:revoked", "wrong token from 127.0.0.1") == 1);
    until(() -> audited("unknown", "wrong token from 127.0.0.1") == 1);
    until(() -> audited("unknown", "no valid session or token from 127.0.0.1") == 1);
  }

  @Test
  void repeatsAreAuditedOnceWithTheirNumber() {
    node.token("knocker", Right.COMMAND);
    for (int i = 0; i < 40; i++)
      assertEquals(401, node.get("/read", "Authorization", bearer("knocker.x")).statusCode());
    until(() -> audited("token:knocker", "%") == 1);
    node.refusals.closeWindow();
    until(() -> audited("token:knocker", "%, 39 times more") == 1);
    assertEquals(2, audited("token:knocker", "%"));
  }

  @Test
  void aRefusalIsProblemJson() {
    var answer = node.get("/read");
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElseThrow());
    JsonObject problem = new JsonObject(answer.body());
    assertEquals("about:blank", problem.getString("type"));
    assertEquals(401, problem.getInteger("status"));
    assertEquals("Unauthorized", problem.getString("title"));
    assertTrue(problem.getString("detail").length() > 5);
  }

  @Test
  void whatIsNotThereIsProblemJsonToo() {
    var answer = node.get("/nothing/here");
    assertEquals(404, answer.statusCode());
    assertEquals(404, new JsonObject(answer.body()).getInteger("status"));
  }

  @Test
  void aMissingRightIs403AndAudited() {
    String token = node.token("reader", Right.READ_LIVE);
    var answer = node.post("/echo", "{}", "Authorization", bearer(token));
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("command"));
    until(() -> audited("token:reader", "may not command%") == 1);
  }

  @Test
  void aCookieChangesThingsOnlyFromOurOwnPage() {
    String cookie = node.signedIn("clicker", Role.OPERATOR);
    String own = node.origin();
    assertEquals(
        "hello", node.post("/echo", "hello", "Cookie", cookie, "Origin", own).body());
    for (String foreign : new String[] {
      "https://evil.example",
      "null",
      own.replace("127.0.0.1", "localhost"),
      own + "0",
      own.replace("http:", "https:"),
      own + ".evil.example",
      "http://user@127.0.0.1"
    })
      assertEquals(
          403, node.post("/echo", "x", "Cookie", cookie, "Origin", foreign).statusCode(), foreign);
    assertEquals(403, node.post("/echo", "x", "Cookie", cookie).statusCode());
    assertEquals(200, node.get("/read", "Cookie", cookie, "Origin", "null").statusCode());
  }

  @Test
  void aTokenNeedsNoOrigin() {
    String token = node.token("machine", Right.COMMAND);
    assertEquals("x", node.post("/echo", "x", "Authorization", bearer(token)).body());
  }

  @Test
  void aWrongTokenIsNotSavedByAGoodCookie() {
    String cookie = node.signedIn("both", Role.OPERATOR);
    assertEquals(
        401,
        node.get("/read", "Cookie", cookie, "Authorization", bearer("both.x")).statusCode());
  }

  @Test
  void theBodyIsThereEvenWhenTheStoreHadToBeAsked() {
    try (AccessBench second = new AccessBench(STORE.app())) {
      String body = "0123456789".repeat(20_000);
      for (int i = 0; i < 5; i++) {
        String cookie = second.signedIn("uploader" + i, Role.OPERATOR);
        assertEquals(
            body,
            node.post("/echo", body, "Cookie", cookie, "Origin", node.origin()).body());
      }
    }
  }

  @Test
  void aSocketOpensForOurPageAndForTokensOnly() {
    String cookie = node.signedIn("watcher", Role.OPERATOR);
    String token = node.token("wall", Right.READ_LIVE);
    assertEquals("welcome", socket("Cookie", cookie, "Origin", node.origin()));
    assertEquals("welcome", socket("Authorization", bearer(token)));
    assertEquals("403", socket("Cookie", cookie, "Origin", "https://evil.example"));
    assertEquals("403", socket("Cookie", cookie));
    assertEquals("403", socket("Authorization", bearer(token), "Origin", "https://evil.example"));
    assertEquals("401", socket("Origin", node.origin()));
    String mute = node.token("mute", Right.SEND_CALL_REPORT);
    assertEquals("403", socket("Authorization", bearer(mute)));
  }

  /** The first message, or the status of the refusal. */
  private static String socket(String... headers) {
    var options = new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(node.port())
        .setURI("/socket")
        .setAllowOriginHeader(List.of(headers).contains("Origin"));
    for (int i = 0; i < headers.length; i += 2) options.addHeader(headers[i], headers[i + 1]);
    var client = node.vertx.createWebSocketClient();
    return await(client
        .connect(options)
        .compose(socket -> {
          var first = io.vertx.core.Promise.<String>promise();
          socket.textMessageHandler(first::tryComplete);
          return first.future();
        })
        .otherwise(e -> e instanceof UpgradeRejectedException refused
            ? String.valueOf(refused.getStatus())
            : e.toString()));
  }

  @Test
  void aConfiguredPublicAddressIsOurOwnToo() {
    SameOrigin behindProxy = new SameOrigin(Set.of("https://bongsu.city"));
    node.router
        .get("/origin")
        .handler(ctx ->
            ctx.end(behindProxy.isOwn(ctx.request()) + " " + behindProxy.isForeign(ctx.request())));
    assertEquals(
        "true false", node.get("/origin", "Origin", "https://BONGSU.city:443").body());
    assertEquals(
        "false true", node.get("/origin", "Origin", "http://bongsu.city").body());
    assertEquals("false false", node.get("/origin").body());
    assertThrows(IllegalArgumentException.class, () -> new SameOrigin(Set.of("bongsu.city")));
  }

  @Test
  void aRouteWithoutAGateHasNoPrincipal() {
    assertEquals(500, node.get("/ungated").statusCode());
  }

  @Test
  void aMachineIsNamedAsOneInTheAuditLog() {
    assertEquals("token:a", Principal.machine("a", Set.of(), Set.of(), false).who());
    assertEquals("user:a", Principal.person("a", Role.OPERATOR).who());
  }
}

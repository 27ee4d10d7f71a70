package bongsu.verticles.access;

import static bongsu.verticles.access.AccessBench.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.core.wire.Rejection;
import bongsu.ops.postgres.TestStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RejectionsTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");

  private static AccessBench node;
  private static Rejections rejections;

  @BeforeAll
  static void start() {
    node = new AccessBench(STORE.app());
    rejections = new Rejections(node.vertx, node.pool, InstantSource.system());
    node.mount(new RejectionRoutes(node.gate, rejections));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void forget() {
    await(node.pool.query("delete from rejection_count").execute());
    await(node.pool.query("delete from rejection_sample").execute());
  }

  private static Future<Void> record(String source, String field, String reason, String sample) {
    return rejections.record(source, new Rejection(field, reason), sample);
  }

  private static JsonArray counts() {
    return new JsonObject(await(rejections.read())).getJsonArray("counts");
  }

  private static JsonArray last() {
    return new JsonObject(await(rejections.read())).getJsonArray("last");
  }

  @Test
  void aRejectionIsCountedAndKept() {
    await(record("its", "value", "must be finite", "{\"value\":\"NaN\"}"));
    await(record("its", "value", "must be finite", "{\"value\":\"Infinity\"}"));
    JsonObject count = counts().getJsonObject(0);
    assertEquals(1, counts().size());
    assertEquals("its", count.getString("source"));
    assertEquals("value", count.getString("field"));
    assertEquals("must be finite", count.getString("reason"));
    assertEquals(2, count.getInteger("count"));
    assertEquals("{\"value\":\"Infinity\"}", last().getJsonObject(0).getString("sample"));
  }

  @Test
  void reasonsAreCountedWithoutTheSendersValues() {
    await(record("its", "latDeg", "must be within -90..90, was 91", ""));
    await(record("its", "latDeg", "must be within -90..90, was 92.5", ""));
    await(record("its", "", "is not JSON: Unexpected character ('x'", ""));
    await(record("its", "", "is not JSON: Unexpected character ('y'", ""));
    assertEquals(2, counts().size());
    assertTrue(counts().encode().contains("must be within -90..90"));
    assertTrue(last().encode().contains("was 92.5"));
  }

  @Test
  void aFloodIsOneGroupAndCountsExactly() {
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) all.add(record("flood", "value", "must be finite", "s" + i));
    await(Future.all(all));
    assertEquals(20_000, counts().getJsonObject(0).getInteger("count"));
    assertEquals(1_000, last().size());
    assertEquals("s19999", last().getJsonObject(0).getString("sample"));
  }

  @Test
  void whatIsRefusedWhileTheStoreCannotWriteIsCountedLater() throws Exception {
    asOwner("alter table rejection_count rename to away");
    assertThrows(RuntimeException.class, () -> await(record("its", "value", "bad", "one")));
    Future<Void> second = record("its", "value", "bad", "two");
    asOwner("alter table away rename to rejection_count");
    while (counts().isEmpty()) Thread.onSpinWait();
    assertEquals(2, counts().getJsonObject(0).getInteger("count"));
    assertEquals("two", last().getJsonObject(0).getString("sample"));
    assertTrue(second.isComplete());
  }

  private static void asOwner(String sql) throws Exception {
    try (Connection owner = STORE.owner().connect()) {
      owner.createStatement().execute(sql);
    }
  }

  @Test
  void onlyTheLastThousandAreKept() {
    for (int group = 0; group < 3; group++) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < 600; i++) all.add(record("many", "f", "r", group + "/" + i));
      await(Future.all(all));
    }
    long rows = await(
        node.pool.query("select count(*) from rejection_sample").execute().map(r -> r.iterator()
            .next()
            .getLong(0)));
    assertEquals(1_000, rows);
  }

  @Test
  void kindsOfRefusalAreBoundedHoweverInventiveTheSender() {
    for (int group = 0; group < 8; group++) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < 450; i++) all.add(record("inventive", "f" + group + "x" + i, "bad", ""));
      await(Future.all(all));
    }
    Long[] rowsAndSum = await(node.pool
        .query("select count(*), sum(count)::bigint from rejection_count")
        .execute()
        .map(r -> r.iterator().next())
        .map(r -> new Long[] {r.getLong(0), r.getLong(1)}));
    assertTrue(rowsAndSum[0] <= 2_500, rowsAndSum[0] + " kinds");
    assertEquals(3_600, rowsAndSum[1]);
  }

  @Test
  void personalFieldsAreBlankedEvenWhenCutInTheMiddle() {
    await(record(
        "fire-119",
        "callType",
        "is required",
        "{\"phone\":\"010-1234-5678\",\"narrative\" : \"3층 \\\"김\\\" 씨\",\"code\":1}"));
    await(record("fire-119", "", "too long", "{\"a\":1,\"narrative\":\"잘린 이야기".repeat(1)));
    await(record("fire-119", "phone", "must be a text", "{\"phone\":1012345678,\"x\":2}"));
    String kept = last().encode();
    for (String personal : List.of("1234-5678", "김", "씨", "이야기", "1012345678"))
      assertFalse(kept.contains(personal), personal);
    assertTrue(kept.contains("\\\"code\\\":1"), kept);
    assertTrue(kept.contains("\\\"x\\\":2"), kept);
  }

  @Test
  void whereAPersonIsIsBlanked() {
    await(record(
        "bells",
        "kind",
        "is required",
        "{\"position\" : {\"latDeg\":37.2636,\"lonDeg\":127.0286},\"deviceId\":\"B-1\"}"));
    await(record("bells", "", "too long", "{\"position\":{\"latDeg\":37.2636,\"lonDeg\":127.02"));
    await(record(
        "bells", "latDeg", "must be a number", "{\"position\":[127.0286, 37.2636],\"n\":3}"));
    String kept = last().encode();
    for (String personal : List.of("37.26", "127.02")) assertFalse(kept.contains(personal), kept);
    assertTrue(kept.contains("B-1"), kept);
    assertTrue(kept.contains("\\\"n\\\":3"), kept);
  }

  @Test
  void anEncodingWithZeroBytesHidesNoPersonalField() {
    await(record(
        "fire-119", "", "is not JSON", "{\0\"\0p\0h\0o\0n\0e\0\"\0:\0\"\0007\0007\0007\0\"\0}\0"));
    assertFalse(last().encode().contains("777"), last().encode());
  }

  @Test
  void aSampleIsCutAndMadeFit() {
    await(record("its", "", "is not JSON", "\0" + "x".repeat(100_000)));
    assertEquals(200, last().getJsonObject(0).getString("sample").length());
  }

  @Test
  void onlyAdministratorsRead() {
    String path = "/api/v1/rejections";
    assertEquals(401, node.get(path).statusCode());
    for (Role role : Role.values()) {
      String cookie = node.signedIn("reads-" + role.ordinal(), role);
      int expected = role == Role.ADMINISTRATOR ? 200 : 403;
      assertEquals(expected, node.get(path, "Cookie", cookie).statusCode(), role.name());
    }
    String token = node.token("feed", Right.SEND_ALL);
    assertEquals(403, node.get(path, "Authorization", "Bearer " + token).statusCode());
  }
}

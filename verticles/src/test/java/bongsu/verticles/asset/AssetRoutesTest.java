package bongsu.verticles.asset;

import static bongsu.verticles.access.AccessBench.await;
import static bongsu.verticles.access.AccessBench.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.access.Right;
import bongsu.core.access.Role;
import bongsu.core.asset.AssetKind;
import bongsu.ops.postgres.TestStore;
import bongsu.verticles.access.AccessBench;
import bongsu.verticles.access.AuditLog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetRoutesTest {
  private static final String PATH = "/api/v1/assets";

  private TestStore store;
  private AccessBench node;
  private AssetStore assets;
  private AssetRegister register;
  private String bearer;

  @BeforeEach
  void start() {
    store = TestStore.migratedFrom("classpath:db/migration").open();
    node = new AccessBench(store.app());
    assets = new AssetStore(node.pool);
    register = new AssetRegister(node.vertx, assets);
    await(register.start());
    node.mount(new AssetRoutes(node.vertx, node.gate, assets, register, null));
    bearer = "Bearer " + node.token("gis", Right.WRITE_ASSETS, Right.READ_ASSETS);
  }

  @AfterEach
  void stop() {
    register.stop();
    node.close();
    store.close();
  }

  private static String camera(String id, double lonDeg, double latDeg, String purpose) {
    return """
        {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[%s,%s]},
        "properties":{"kind":"camera","name":"%s 카메라","purpose":"%s","headingDeg":90,"fovDeg":60,
        "rangeM":50,"ptz":false}}""".formatted(id, lonDeg, latDeg, id, purpose);
  }

  private static String facility(String id) {
    return """
        {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[127.03,37.26]},
        "properties":{"kind":"facility","name":"%s","facilityType":"hospital"}}""".formatted(id, id);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private JsonObject put(String body) {
    return new JsonObject(node.put(PATH, body, "Authorization", bearer).body());
  }

  private HttpResponse<String> get(String query) {
    return node.get(PATH + query, "Authorization", bearer);
  }

  private List<String> ids(String query) {
    JsonArray features = new JsonObject(get(query).body()).getJsonArray("features");
    return features.stream().map(f -> ((JsonObject) f).getString("id")).toList();
  }

  @Test
  void whatIsPutIsGot() {
    JsonObject answer =
        put(collection(camera("CAM-1", 127.0286, 37.2636, "park"), facility("H-1")));
    assertEquals(1, answer.getInteger("version"));
    assertEquals(2, answer.getInteger("added"));
    assertEquals(0, answer.getJsonArray("rejected").size());
    assertEquals(List.of("CAM-1", "H-1"), ids(""));
    assertEquals(List.of("CAM-1"), ids("?kind=camera"));
    assertEquals(List.of(), ids("?kind=sensor"));
    assertEquals(37.2636, register.findPosition("CAM-1").orElseThrow().latDeg());
    JsonObject feature =
        new JsonObject(get("?kind=camera").body()).getJsonArray("features").getJsonObject(0);
    assertEquals("CAM-1 카메라", feature.getJsonObject("properties").getString("name"));
    assertEquals(
        127.0286, feature.getJsonObject("geometry").getJsonArray("coordinates").getDouble(0));
  }

  @Test
  void aSingleFeatureIsFineToo() {
    assertEquals(1, put(facility("H-1")).getInteger("added"));
  }

  @Test
  void theSameAgainChangesNothingAndAChangeMakesAVersion() {
    put(camera("CAM-1", 127.0, 37.2, "park"));
    JsonObject again = put(camera("CAM-1", 127.0, 37.2, "park"));
    assertEquals(1, again.getInteger("unchanged"));
    assertEquals(1, again.getInteger("version"));
    JsonObject changed = put(camera("CAM-1", 127.0, 37.2, "river"));
    assertEquals(1, changed.getInteger("changed"));
    assertEquals(2, changed.getInteger("version"));
    List<String> history = await(node.pool
        .query("select version || ' ' || changed_by from asset_version order by version")
        .execute()
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList()));
    assertEquals(List.of("1 token:gis", "2 token:gis"), history);
  }

  @Test
  void aBadFeatureIsNamedAndTheOthersAreTaken() {
    JsonObject answer =
        put(collection(facility("H-1"), camera("CAM-1", 127.0, 37.2, "spying"), facility("H-2")));
    assertEquals(2, answer.getInteger("added"));
    JsonObject rejected = answer.getJsonArray("rejected").getJsonObject(0);
    assertEquals(1, rejected.getInteger("index"));
    assertEquals("properties.purpose", rejected.getString("field"));
    assertFalse(rejected.getString("reason").isEmpty());
  }

  @Test
  void whenNothingCanBeTakenItIsABadRequest() {
    for (String body : List.of(
        "",
        "[]",
        "{",
        collection(),
        collection("{}"),
        "{\"type\":\"Feature\"}",
        "[".repeat(5_000),
        collection(facility("bad id")),
        "{\"type\":\"FeatureCollection\"}")) {
      var answer = node.put(PATH, body, "Authorization", bearer);
      assertEquals(400, answer.statusCode(), body);
    }
    assertEquals(0, await(assets.version()));
  }

  @Test
  void textOfEveryKindComesBackAsItWasAndHarmsNothing() {
    String name = "'; drop table asset; -- <script>alert(1)</script> 봉수 🔥";
    String feature = facility("H-1")
        .replace(
            "\"name\":\"H-1\"",
            "\"name\":" + new JsonArray().add(name).encode().replaceAll("^\\[|]$", ""));
    assertEquals(1, put(feature).getInteger("added"));
    JsonObject got = new JsonObject(get("").body()).getJsonArray("features").getJsonObject(0);
    assertEquals(name, got.getJsonObject("properties").getString("name"));
  }

  @Test
  void aBoxFindsWhatTouchesIt() {
    put(collection(
        camera("WEST", 126.95, 37.25, "park"),
        camera("EAST", 127.08, 37.25, "park"),
        camera("EDGE", 127.0, 37.25, "park")));
    assertEquals(List.of("EDGE", "WEST"), ids("?bbox=126.9,37.2,127.0,37.3"));
    assertEquals(List.of(), ids("?kind=zone&bbox=126.9,37.2,127.0,37.3"));
    for (String bad : List.of("1,2,3", "a,b,c,d", "127,37,126,38", "NaN,0,1,1"))
      assertEquals(400, get("?bbox=" + bad).statusCode(), bad);
    assertEquals(400, get("?kind=nonsense").statusCode());
  }

  @Test
  void anUnchangedRegisterIsNotSentTwice() {
    put(camera("CAM-1", 127.0, 37.2, "park"));
    var first = get("?kind=camera");
    String etag = first.headers().firstValue("etag").orElseThrow();
    var second = node.get(PATH + "?kind=camera", "Authorization", bearer, "If-None-Match", etag);
    assertEquals(304, second.statusCode());
    assertEquals("", second.body());
    put(facility("H-1"));
    assertEquals(
        304,
        node.get(PATH + "?kind=camera", "Authorization", bearer, "If-None-Match", etag)
            .statusCode());
    put(camera("CAM-1", 127.0, 37.2, "river"));
    assertEquals(
        200,
        node.get(PATH + "?kind=camera", "Authorization", bearer, "If-None-Match", etag)
            .statusCode());
  }

  @Test
  void whoTakesGzipGetsTheSameBytesCompressed() throws IOException, InterruptedException {
    put(collection(IntStream.range(0, 500)
        .mapToObj(i -> camera("CAM-" + i, 127.0, 37.2, "park"))
        .toArray(String[]::new)));
    var request = HttpRequest.newBuilder(URI.create(node.origin() + PATH))
        .header("Authorization", bearer)
        .header("Accept-Encoding", "gzip")
        .build();
    byte[] sent = HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofByteArray())
        .body();
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
    assertArrayEquals(get("").body().getBytes(java.nio.charset.StandardCharsets.UTF_8), unpacked);
    assertTrue(sent.length * 5 < unpacked.length);
  }

  @Test
  void thirteenThousandCamerasGoInAtOnceAndAreEncodedOnce() {
    String city = IntStream.range(0, 13_000)
        .mapToObj(i -> camera("CAM-%05d".formatted(i), 127.0 + i * 1e-6, 37.2, "traffic"))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    assertEquals(13_000, put(city).getInteger("added"));
    assertEquals(13_000, ids("?kind=camera").size());
    assertEquals(13_000, register.list(AssetKind.CAMERA).size());
    AssetSnapshot snapshot = register.snapshot();
    assertSame(
        snapshot.findEncoded(AssetKind.CAMERA).orElseThrow(), snapshot.encoded(AssetKind.CAMERA));
  }

  @Test
  void tooMuchAtOnceIsRefused() {
    String feature =
        facility("H-1").replace("\"name\":\"H-1\"", "\"name\":\"" + "x".repeat(16 << 20) + "\"");
    assertEquals(413, node.put(PATH, feature, "Authorization", bearer).statusCode());
    String many = IntStream.range(0, 20_001)
        .mapToObj(i -> facility("F-" + i))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    assertEquals(400, node.put(PATH, many, "Authorization", bearer).statusCode());
    assertEquals(1, put(facility("H-1")).getInteger("added"));
  }

  @Test
  void anotherNodeHearsOfAChange() {
    List<Long> versions = new CopyOnWriteArrayList<>();
    AssetRegister second = new AssetRegister(node.vertx, assets);
    second.onChange(snapshot -> versions.add(snapshot.version()));
    await(second.start());
    put(facility("H-1"));
    put(facility("H-2"));
    until(() -> second.find("H-2").isPresent());
    second.stop();
    assertTrue(second.find("H-1").isPresent());
    assertEquals(2, versions.get(versions.size() - 1));
    assertEquals(2, second.snapshot().size());
  }

  @Test
  void aNodeThatStartsLaterHasThemAll() {
    put(collection(facility("H-1"), camera("CAM-1", 127.0, 37.2, "park")));
    AssetRegister later = new AssetRegister(node.vertx, assets);
    await(later.start());
    later.stop();
    assertEquals(2, later.snapshot().size());
    assertEquals(1, later.snapshot().version());
  }

  @Test
  void everyChangeIsAuditedAndNoOther() {
    put(facility("H-1"));
    put(facility("H-1"));
    List<String> rows = await(new AuditLog(node.pool).list(100)).stream()
        .filter(row -> row.what().equals("asset.change"))
        .map(row -> row.who() + " " + row.object() + " " + row.detail())
        .toList();
    assertEquals(List.of("token:gis H-1 register version 1: 1 added, 0 changed"), rows);
  }

  @Test
  void manyWritersAtOnceMakeOneHistory() {
    var writes = IntStream.range(0, 12)
        .mapToObj(i -> assets.put(
            "local:" + i,
            bongsu.core.asset.AssetGeoJson.decode(
                    facility("H-" + i % 3)
                        .replace("hospital", i % 2 == 0 ? "hospital" : "school")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    bongsu.core.asset.AssetLimits.within(null))
                .assets()))
        .toList();
    long changes = writes.stream()
        .map(AccessBench::await)
        .filter(c -> c.added() + c.changed() > 0)
        .count();
    assertEquals(changes, await(assets.version()));
    await(register.refresh());
    assertEquals(3, register.snapshot().size());
  }

  @Test
  void operatorsReadAndSupervisorsWrite() {
    assertEquals(401, node.get(PATH).statusCode());
    assertEquals(401, node.put(PATH, facility("H")).statusCode());
    for (Role role : Role.values()) {
      String cookie = node.signedIn("r" + role.ordinal(), role);
      assertEquals(200, node.get(PATH, "Cookie", cookie).statusCode());
      int expected = role == Role.OPERATOR ? 403 : 200;
      String body = facility("BY-" + role);
      assertEquals(
          expected,
          node.put(PATH, body, "Cookie", cookie, "Origin", node.origin()).statusCode());
      assertEquals(403, node.put(PATH, body, "Cookie", cookie).statusCode());
    }
    String feed = "Bearer " + node.token("feed", Right.SEND_ALL);
    assertEquals(403, node.get(PATH, "Authorization", feed).statusCode());
    assertEquals(403, node.put(PATH, facility("H"), "Authorization", feed).statusCode());
  }
}

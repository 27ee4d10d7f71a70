package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.city.Mqtt5Feed.Ack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A city with a certificate of its own, also reached through a proxy that stands beside it. */
@Tag("long")
class TlsTest {
  private static final String PUBLIC = "https://bongsu.test";
  private static RunningCity city;

  @BeforeAll
  static void start() throws Exception {
    Path pem = Files.createDirectories(Path.of("target", "tls").toAbsolutePath());
    TestCertificate made = TestCertificate.in(pem);
    String settings = """
        nodeMemoryMb: 512
        tls: {certificate: '%s', key: '%s'}
        proxy: {origins: ['%s'], addresses: ['127.0.0.1']}
        limits: {mqttConnectionsPerToken: 2}
        """.formatted(made.certificate, made.key, PUBLIC);
    city = RunningCity.start("city-with-tls", 1, settings, made.trusting());
  }

  @AfterAll
  static void stop() throws Exception {
    city.close();
  }

  private static HttpResponse<String> session(String method, String body, String... headers)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(city.url() + "/api/v1/session"))
        .headers(headers)
        .method(method, BodyPublishers.ofString(body))
        .build();
    return city.httpClient().send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> signIn(String origin) throws Exception {
    ObjectNode typed = CityClient.JSON
        .createObjectNode()
        .put("name", "admin")
        .put("password", city.adminPassword());
    return session(
        "POST", typed.toString(), "Origin", origin, "X-Forwarded-For", "198.51.100.1, 203.0.113.9");
  }

  private static String cookie(HttpResponse<String> signedIn) {
    return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  @Test
  void eventsGoInByHttpsAndByMqtts() throws Exception {
    ObjectNode posted = Events.reading("PM-1", "pm10Ugm3", 31);
    assertEquals(
        1,
        new CityClient(city, city.feed)
            .sendEvents(posted)
            .json()
            .path("accepted")
            .asInt());
    try (Mqtt5Feed feed = new Mqtt5Feed(city, city.feed)) {
      int id = feed.publish(Events.reading("PM-1", "pm10Ugm3", 32));
      assertEquals(List.of(new Ack(id, 0)), feed.acks(1));
    }
  }

  @Test
  void theSimulatorTrustsTheCitysOwnCertificateOnBothPorts() {
    Await.until(
        "calls by HTTPS and positions by MQTTS",
        () -> city.one("select (exists (select 1 from event where source like 'avl%'))::text")
                .equals("true")
            && city.rows("select distinct source from event").size() > 2);
  }

  @Test
  void whoSpeaksInTheClearIsNotUnderstood() throws Exception {
    for (int port : new int[] {city.httpPort, city.mqttPort})
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(20_000);
        socket
            .getOutputStream()
            .write(
                "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = socket.getInputStream().readAllBytes();
        assertTrue(!new String(answer, StandardCharsets.US_ASCII).contains("200"));
      }
  }

  @Test
  void aPageOfTheProxySignsInWatchesAndIsCutOffWhenItSignsOut() throws Exception {
    HttpResponse<String> signedIn = signIn(PUBLIC);
    assertEquals(204, signedIn.statusCode(), signedIn.body());
    String attributes = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(attributes.startsWith("__Host-bongsu="), attributes);
    assertTrue(attributes.contains("Secure") && attributes.contains("Path=/"), attributes);
    try (LiveClient screen =
        LiveClient.open(city, "{\"watch\":{}}", "Origin", PUBLIC, "Cookie", cookie(signedIn))) {
      assertEquals(
          204,
          session("DELETE", "", "Origin", PUBLIC, "Cookie", cookie(signedIn)).statusCode());
      assertEquals("1008 signed out", screen.awaitClose());
    }
  }

  @Test
  void theProxysWordIsTakenForWhereASignInComesFrom() throws Exception {
    assertEquals(204, signIn(city.url()).statusCode());
    assertEquals(
        "from 203.0.113.9",
        city.one("select detail from audit where what = 'session.start' order by n desc limit 1"));
  }

  @Test
  void aPageOfAnotherOriginNeitherSignsInNorWatches() throws Exception {
    assertEquals(403, signIn("https://evil.test").statusCode());
    assertEquals(403, signIn(PUBLIC.replace("https", "http")).statusCode());
    String cookie = cookie(signIn(PUBLIC));
    ExecutionException refused = assertThrows(
        ExecutionException.class,
        () -> LiveClient.open(city, "{}", "Origin", "https://evil.test", "Cookie", cookie));
    assertEquals(
        403, ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
  }

  @Test
  void aThirdConnectionOfATokenIsToldQuotaExceeded() throws Exception {
    try (Mqtt5Feed first = new Mqtt5Feed(city, city.cameras);
        Mqtt5Feed second = new Mqtt5Feed(city, city.cameras)) {
      Exception refused =
          assertThrows(java.io.IOException.class, () -> new Mqtt5Feed(city, city.cameras));
      assertEquals("refused: " + (byte) 0x97, refused.getMessage());
      assertTrue(new CityClient(city, "")
          .get("/metrics")
          .text()
          .contains("bongsu_turned_away_total{limit=\"mqtt_connections\"} 1"));
    }
  }

  @Test
  void aScreenThatWatchesInALoopIsClosedWithTheReason() throws Exception {
    try (LiveClient screen =
        LiveClient.open(city, "{\"watch\":{}}", "Authorization", "Bearer " + city.desk)) {
      try {
        for (int i = 0; i < 100; i++) screen.say("{\"watch\":{\"layers\":[\"units\"]}}");
      } catch (ExecutionException closedMeanwhile) {
        // The reason says why.
      }
      assertEquals("1008 too many views: at most 30 at once, then 3 a second", screen.awaitClose());
    }
  }
}

package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.city.CityClient.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST /api/v1/events} of a running city, word for word as docs/interface.md says. */
class HttpFeedTest {
  private static final RunningCity CITY = OneNodeCity.get();
  private static final String EVENTS = "/api/v1/events";
  private final CityClient feed = new CityClient(CITY, CITY.feed);
  private final CityClient desk = new CityClient(CITY, CITY.desk);

  @Test
  void aBatchIsAnsweredItemByItem() {
    ObjectNode kept = Events.reading("PM-1", "pm10Ugm3", 30);
    ObjectNode call = Events.fire(Events.unique("119"));
    ObjectNode broken = Events.reading("PM-1", "pm10Ugm3", 30).put("quantity", "luck");
    ObjectNode timeless = Events.reading("PM-1", "pm10Ugm3", 30);
    timeless.remove("observedAt");
    Reply reply = feed.sendEvents(kept, broken, call, kept, timeless, call);
    assertEquals(200, reply.status());
    assertEquals(2, reply.json().path("accepted").asInt());
    assertEquals(2, reply.json().path("duplicates").asInt());
    JsonNode rejected = reply.json().path("rejected");
    assertEquals(2, rejected.size());
    assertEquals("1 quantity", where(rejected.get(0)));
    assertTrue(rejected.get(0).path("reason").asText().startsWith("must be one of "));
    assertEquals("4 observedAt", where(rejected.get(1)));
    assertEquals(
        "{\"accepted\":0,\"duplicates\":1,\"rejected\":[]}",
        feed.sendEvents(kept).text());
  }

  private static String where(JsonNode rejected) {
    return rejected.path("index").asInt() + " " + rejected.path("field").asText();
  }

  @Test
  void nothingButRejectionsIsA400WithTheSameBody() {
    Reply reply = feed.sendEvents(Events.reading("PM-1", "luck", 1));
    assertEquals(400, reply.status());
    assertEquals(0, reply.json().path("accepted").asInt());
    assertEquals("0 quantity", where(reply.json().path("rejected").get(0)));
  }

  @Test
  void aSenderWithoutAKnownTokenIs401() {
    for (String token : new String[] {"", "feed.guess", "nobody.guess", CITY.feed + "x"}) {
      Reply reply = new CityClient(CITY, token).sendEvents(Events.fire("119-x"));
      assertEquals(401, reply.status(), token);
      assertEquals(401, reply.json().path("status").asInt());
    }
  }

  @Test
  void anotherSourceOrTypeIs403AndNothingOfTheRequestIsKept() {
    ObjectNode own = Events.reading("PM-1", "pm10Ugm3", 30);
    ObjectNode foreign = Events.reading("PM-1", "pm10Ugm3", 30).put("source", "somebody-else");
    Reply reply = feed.sendEvents(own, foreign);
    assertEquals(403, reply.status());
    assertTrue(reply.json().path("detail").asText().contains("somebody-else"), reply.text());
    assertEquals(0, storedEvents(own));
    ObjectNode reading = Events.reading("CAM-1", "pm10Ugm3", 30).put("source", "vms-1");
    assertEquals(403, new CityClient(CITY, CITY.cameras).sendEvents(reading).status());
    assertEquals(403, desk.sendEvents(own).status());
  }

  private static int storedEvents(JsonNode event) {
    String id = event.path("eventId").asText();
    return Integer.parseInt(CITY.one("select count(*) from event where event_id = '" + id + "'"));
  }

  @Test
  void overOneMebibyteIs413() {
    byte[] body = new byte[(1 << 20) + 1];
    Arrays.fill(body, (byte) ' ');
    assertEquals(413, feed.post(EVENTS, body).status());
  }

  @Test
  void anEventOver64KibibytesIsRejectedAndItsNeighbourKept() {
    ObjectNode large = Events.reading("PM-1", "pm10Ugm3", 30).put("ignored", "x".repeat(30_000));
    large.put("ignored2", "x".repeat(30_000)).put("ignored3", "x".repeat(30_000));
    ObjectNode small = Events.reading("PM-1", "pm10Ugm3", 30);
    Reply reply = feed.sendEvents(large, small);
    assertEquals(200, reply.status(), reply.text());
    assertEquals("0 ", where(reply.json().path("rejected").get(0)));
    assertEquals(1, reply.json().path("accepted").asInt());
    assertEquals(0, storedEvents(large));
  }

  static Stream<Arguments> brokenEvents() {
    String reading = Events.reading("WL-1", "waterLevelM", 1.25).toString();
    String fire = Events.fire("119-broken").toString();
    return Stream.of(
        Arguments.of("depth 40", "", "is not JSON", deep(reading)),
        Arguments.of(
            "latitude 91",
            "position.latDeg",
            "must be within -90..90",
            utf8(fire.replaceFirst("\"latDeg\":[0-9.]+", "\"latDeg\":91"))),
        Arguments.of("NaN", "", "is not JSON", utf8(reading.replace("1.25", "NaN"))),
        Arguments.of("infinite", "value", "must be finite", utf8(reading.replace("1.25", "1e999"))),
        Arguments.of("invalid UTF-8", "", "is not JSON", invalidUtf8(reading)),
        Arguments.of(
            "NUL",
            "sensorId",
            "must not contain the NUL character",
            utf8(reading.replace("WL-1", "WL-\\u0000"))),
        Arguments.of(
            "year 9999",
            "observedAt",
            "must be between 1990 and 2100",
            utf8(reading.replaceFirst("\"observedAt\":\"....", "\"observedAt\":\"9999"))));
  }

  private static byte[] deep(String event) {
    return utf8(event.replaceFirst("\\{", "{\"deep\":" + "[".repeat(40) + "]".repeat(40) + ","));
  }

  private static byte[] invalidUtf8(String event) {
    byte[] bytes = utf8(event.replace("WL-1", "WL-~"));
    for (int i = 0; i < bytes.length; i++) if (bytes[i] == '~') bytes[i] = (byte) 0xFF;
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenEvents")
  void aBrokenEventIsRefusedByFieldAndReasonAndCounted(
      String name, String field, String reason, byte[] body) {
    long before = counted(field, reason);
    Reply reply = feed.post(EVENTS, body);
    assertEquals(400, reply.status(), reply.text());
    assertTrue(reply.text().contains(reason), reply.text());
    if (!field.isEmpty())
      assertEquals(field, reply.json().path("rejected").get(0).path("field").asText());
    assertEquals(before + 1, counted(field, reason));
  }

  private long counted(String field, String reason) {
    long count = 0;
    for (JsonNode one : desk.get("/api/v1/rejections").json().path("counts"))
      if (one.path("field").asText().equals(field)
          && one.path("reason").asText().startsWith(reason)
          && one.path("source").asText().equals("feed"))
        count += one.path("count").asLong();
    return count;
  }
}

package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.city.CityClient.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From calls and readings to incidents and commands, in a running city. */
class IncidentsTest {
  private static final RunningCity CITY = OneNodeCity.get();
  private static final String PHONE = "010-2222-3333";
  private static final String NARRATIVE = "3층에서 연기가 난다";
  private final CityClient feed = new CityClient(CITY, CITY.feed);
  private final CityClient desk = new CityClient(CITY, CITY.desk);

  private void send(JsonNode... events) {
    Reply reply = feed.sendEvents(events);
    assertEquals(200, reply.status(), reply.text());
    assertEquals(events.length, reply.json().path("accepted").asInt(), reply.text());
  }

  private String openFire() {
    String receiptNo = Events.unique("119");
    send(Events.fire(receiptNo));
    return CITY.incidentOf(receiptNo);
  }

  @Test
  void personalFieldsAreShownToWhoOpensTheIncidentAndNowhereElse() throws Exception {
    String receiptNo = Events.unique("119");
    try (LiveClient screen = LiveClient.open(CITY)) {
      send(Events.fire(receiptNo).put("phone", PHONE).put("narrative", NARRATIVE));
      String id = CITY.incidentOf(receiptNo);
      screen.awaitIncident("the fire", i -> i.path("id").asText().equals(id));
      JsonNode record = desk.detail(id).path("callRecords").get(0);
      assertEquals(PHONE, record.path("phone").asText());
      assertEquals(NARRATIVE, record.path("narrative").asText());
      assertEquals(List.of("token:desk"), viewers(id));
      assertFalse(screen.messages().toString().contains(PHONE));
      assertFalse(screen.messages().toString().contains(NARRATIVE));
      assertFalse(desk.get("/api/v1/incidents").text().contains(PHONE));
    }
    for (String table : List.of("call_event", "event", "judgement", "fusion_input"))
      assertClean(table, "body");
    assertClean("incident_change", "body");
    assertClean("incident", "summary");
    assertClean("call_event", "encode(personal, 'escape')");
  }

  private static void assertClean(String table, String column) {
    String like = " like '%" + PHONE + "%' or " + column + " like '%" + NARRATIVE + "%'";
    assertEquals("0", CITY.one("select count(*) from " + table + " where " + column + like), table);
  }

  private static List<String> viewers(String id) {
    return CITY.rows(
        "select who from audit where what = 'incident.view' and object = '" + id + "'");
  }

  @Test
  void aPressOnAHelpButtonIsAnIncidentByItself() throws Exception {
    String eventId = Events.unique("bell");
    try (LiveClient screen = LiveClient.open(CITY)) {
      ObjectNode press = Events.event("HelpSignal", "bells", eventId);
      send(Events.at(35.9, 126.4, press.put("deviceId", "BELL-7").put("kind", "helpButton")));
      String id = CITY.incidentOf(eventId);
      screen.awaitIncident("the press", i -> i.path("id").asText().equals(id));
      JsonNode detail = desk.detail(id);
      assertEquals("help", detail.path("kind").asText());
      assertEquals(2, detail.path("severity").asInt());
      assertEquals("BELL-7", detail.path("helpRecords").get(0).path("deviceId").asText());
    }
  }

  @Test
  void aConflictingRepeatIsKeptAndFlagged() {
    String receiptNo = Events.unique("119");
    ObjectNode call = Events.fire(receiptNo);
    send(call);
    String id = CITY.incidentOf(receiptNo);
    send(call.deepCopy().put("address", "인계동 1042"));
    Await.until("the flag", () -> conflict(id));
    assertEquals(
        "2", CITY.one("select count(*) from call_event where subject = '" + receiptNo + "'"));
  }

  private boolean conflict(String id) {
    return desk.detail(id).path("callRecords").get(0).path("conflict").asBoolean();
  }

  @Test
  void anOlderRevisionDoesNotOverwriteANewerOne() {
    String receiptNo = Events.unique("119");
    ObjectNode first = Events.fire(receiptNo);
    ObjectNode third = first.deepCopy().put("eventId", receiptNo + "/3").put("revision", 3);
    ObjectNode second = first.deepCopy().put("eventId", receiptNo + "/2").put("revision", 2);
    send(first, third.put("address", "매산로 1"));
    String id = CITY.incidentOf(receiptNo);
    Await.until("revision 3", () -> record(id).path("revision").asInt() == 3);
    send(second.put("address", "효원로 241"));
    Await.until("all to be read", IncidentsTest::isAllRead);
    assertEquals(3, record(id).path("revision").asInt());
    assertEquals("매산로 1", record(id).path("address").asText());
  }

  private JsonNode record(String id) {
    JsonNode records = desk.detail(id).path("callRecords");
    assertEquals(1, records.size());
    return records.get(0);
  }

  /** Fusion's cursors stand at the end of every shard's calls. */
  private static boolean isAllRead() {
    return CITY.one("select count(*) from call_event c, fusion_checkpoint f "
            + "where c.seq > f.call_seqs[c.shard + 1]")
        .equals("0");
  }

  private Reply command(
      String id, String command, int revision, String commandId, Map<String, String> more) {
    ObjectNode body = CityClient.JSON
        .createObjectNode()
        .put("command", command)
        .put("expectedRevision", revision)
        .put("commandId", commandId);
    more.forEach(body::put);
    return desk.post("/api/v1/incidents/" + id + "/commands", body);
  }

  private Reply command(String id, String command, int revision, Map<String, String> more) {
    return command(id, command, revision, Events.unique("command"), more);
  }

  private static int revision(Reply reply) {
    assertEquals(200, reply.status(), reply.text());
    return reply.json().path("revision").asInt();
  }

  @Test
  void anIncidentIsAcknowledgedVerifiedNotedAndClosed() {
    String id = openFire();
    int now = desk.detail(id).path("revision").asInt();
    now = revision(command(id, "acknowledge", now, Map.of()));
    now = revision(command(id, "verify", now, Map.of("verdict", "true")));
    now = revision(command(id, "note", now, Map.of("text", "관리사무소 확인")));
    Reply closed = command(id, "close", now, Map.of("outcome", "completed"));
    JsonNode incident = closed.json().path("incident");
    assertEquals("closed", incident.path("state").asText(), closed.text());
    assertEquals("true", incident.path("verdict").asText());
    assertTrue(incident.path("acknowledged").asBoolean());
    assertTrue(desk.detail(id).path("timeline").toString().contains("관리사무소 확인"));
    assertEquals(
        "4",
        CITY.one("select count(*) from audit where what like 'incident.%' "
            + "and what <> 'incident.view' and object = '" + id + "'"));
  }

  @Test
  void aCommandOnAStaleRevisionIsA409ThatShowsTheNewOne() {
    String id = openFire();
    int old = desk.detail(id).path("revision").asInt();
    int now = revision(command(id, "acknowledge", old, Map.of()));
    Reply late = command(id, "close", old, Map.of("outcome", "hoax"));
    assertEquals(409, late.status());
    assertEquals(now, late.json().path("revision").asInt());
    assertEquals(id, late.json().path("incident").path("id").asText());
    assertEquals("open", desk.detail(id).path("state").asText());
  }

  @Test
  void theSameCommandIdTwiceIsOneCommand() {
    String id = openFire();
    int now = desk.detail(id).path("revision").asInt();
    Reply first = command(id, "acknowledge", now, "twice-" + id, Map.of());
    Reply second = command(id, "acknowledge", now, "twice-" + id, Map.of());
    assertEquals(200, first.status());
    assertEquals(first.text(), second.text());
    assertEquals(revision(first), desk.detail(id).path("revision").asInt());
  }

  @Test
  void aSensorOverItsLevelOpensAnIncidentAndBelowItClears() {
    String sensor =
        CITY.one("select id from asset where kind = 'sensor' and feature like '%waterLevelM%' "
            + "and feature like '%attention%' order by id limit 1");
    send(Events.reading(sensor, "waterLevelM", 99));
    String id = Await.some("the incident of " + sensor, () -> CITY
        .rows("select incident_id from incident_change where body like '%" + sensor
            + "%' order by seq limit 1")
        .stream()
        .findFirst());
    JsonNode detail = desk.detail(id);
    assertEquals("flood", detail.path("kind").asText());
    JsonNode alarm = detail.path("alarmRecords").get(0);
    assertEquals(sensor, alarm.path("subject").asText());
    assertTrue(alarm.path("clearedAt").isNull());
    send(Events.reading(sensor, "waterLevelM", 0));
    Await.until("all alarms to clear", () -> {
      for (JsonNode one : desk.detail(id).path("alarmRecords"))
        if (one.path("clearedAt").isNull()) return false;
      return true;
    });
  }

  @Test
  void aScreenThatComesBackGetsOnlyWhatItMissed() throws Exception {
    String old = openFire();
    long since;
    try (LiveClient screen = LiveClient.open(CITY)) {
      screen.awaitIncident("the older fire", i -> i.path("id").asText().equals(old));
      since = screen.seq();
    }
    String missed = openFire();
    try (LiveClient screen = LiveClient.resume(CITY, since)) {
      assertTrue(screen.snapshot().path("resumed").asBoolean());
      screen.awaitIncident("the fire it missed", i -> i.path("id").asText().equals(missed));
      assertTrue(screen.incidents().stream().allMatch(i -> i.path("seq").asLong() > since));
      assertTrue(
          screen.incidents().stream().noneMatch(i -> i.path("id").asText().equals(old)));
    }
  }

  @Test
  void afterARestartIncidentsAreTheSameBytesAndNumbersGoOn() throws Exception {
    openFire();
    Await.until("all to be read", IncidentsTest::isAllRead);
    Map<String, String> before = details();
    long seq = Long.parseLong(CITY.one("select max(seq) from incident_change"));
    CITY.restart();
    assertEquals(before, details());
    String next = openFire();
    assertFalse(before.containsKey(next), "an id is given once");
    assertEquals(seq + 1, desk.detail(next).path("timeline").get(0).path("seq").asLong());
  }

  private Map<String, String> details() {
    Map<String, String> details = new HashMap<>();
    for (JsonNode line :
        desk.get("/api/v1/incidents?state=all&limit=1000").json().path("incidents")) {
      String id = line.path("id").asText();
      details.put(id, desk.get("/api/v1/incidents/" + id).text());
    }
    return details;
  }
}

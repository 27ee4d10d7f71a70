package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.contract.Contract;
import bongsu.ops.contract.FullEvents;
import bongsu.ops.contract.Mutants;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of {@code openapi.yaml} answers as it is described there. */
class HttpContractTest {
  private static final RunningCity CITY = OneNodeCity.get();
  private static final String INCIDENTS = "/api/v1/incidents";
  private static final String COMMANDS = "/commands";

  /** What only overload, an outage or a page of another origin brings, and the WebSocket. */
  private static final Set<String> NOT_HERE = Set.of("101", "401", "403", "413", "429", "503");

  private static ApiCaller admin;
  private final ApiCaller feed = ApiCaller.bearer(CITY, CITY.feed);
  private final ApiCaller nobody = new ApiCaller(CITY, Map.of());

  @BeforeAll
  static void signIn() throws Exception {
    admin = ApiCaller.administrator(CITY);
  }

  @Test
  void everyOperationAnswersEachStatusAsDescribed() throws Exception {
    sendEvents();
    changeIncidents();
    putAssets();
    signInAndOut();
    read();
    Set<String> unseen = new TreeSet<>();
    for (JsonNode path : Contract.read("openapi.yaml").path("paths"))
      for (JsonNode operation : path)
        operation.path("responses").fieldNames().forEachRemaining(status -> {
          String one = operation.path("operationId").asText() + " " + status;
          if (!NOT_HERE.contains(status) && !ApiCaller.SEEN.contains(one)) unseen.add(one);
        });
    unseen.remove("isReady 503");
    assertEquals(Set.of(), unseen);
  }

  private void sendEvents() throws Exception {
    String path = "/api/v1/events";
    for (Class<? extends bongsu.core.event.CityEvent> type : FullEvents.types()) {
      ObjectNode event = now(FullEvents.of(type)).put("source", "water");
      JsonNode answer = feed.json(200, "sendEvents", path, "[" + event + ",{}]");
      assertEquals(1, answer.path("accepted").asInt(), answer.toString());
      feed.json(403, "sendEvents", path, event.put("source", "another").toString());
    }
    feed.json(400, "sendEvents", path, "{}");
    feed.json(400, "sendEvents", path, "nothing");
    feed.json(413, "sendEvents", path, " ".repeat((1 << 20) + 1));
    admin.json(200, "listRejections", "/api/v1/rejections", "");
  }

  private static ObjectNode now(ObjectNode event) {
    return event.put("observedAt", Instant.now().toString()).put("eventId", Events.unique("full"));
  }

  private void changeIncidents() throws Exception {
    String id = admin
        .json(200, "openIncident", INCIDENTS, opening().toString())
        .path("incident")
        .path("id")
        .asText();
    String path = INCIDENTS + "/" + id + COMMANDS;
    admin.json(400, "openIncident", INCIDENTS, "{}");
    admin.json(
        200, "commandIncident", path, command("note", 1).put("text", "확인").toString());
    admin.json(409, "commandIncident", path, command("acknowledge", 1).toString());
    admin.json(422, "commandIncident", path, command("reopen", 2).toString());
    admin.json(400, "commandIncident", path, command("note", 2).toString());
    admin.json(
        404,
        "commandIncident",
        INCIDENTS + "/I-none" + COMMANDS,
        command("reopen", 2).toString());
    JsonNode detail = admin.json(200, "openView", INCIDENTS + "/" + id, "");
    assertTrue(detail.path("timeline").findValuesAsText("text").contains("확인"));
    admin.json(404, "openView", INCIDENTS + "/I-none", "");
    admin.json(400, "listIncidents", INCIDENTS + "?limit=0", "");
    JsonNode page = admin.json(200, "listIncidents", INCIDENTS + "?state=all&limit=1", "");
    assertTrue(page.path("next").isTextual());
  }

  private static ObjectNode opening() {
    return CityClient.JSON
        .createObjectNode()
        .put("kind", "other")
        .put("severity", 4)
        .put("place", "시험")
        .put("text", "메모")
        .put("exercise", true)
        .put("commandId", Events.unique("open"));
  }

  private static ObjectNode command(String command, int revision) {
    return CityClient.JSON
        .createObjectNode()
        .put("command", command)
        .put("expectedRevision", revision)
        .put("commandId", Events.unique("command"));
  }

  @Test
  void anIncidentWithEveryKindOfRecordIsAsDescribed() throws Exception {
    ObjectNode first = Events.fire(Events.unique("119"));
    ObjectNode second = Events.fire(Events.unique("119"));
    ObjectNode help = Events.event("HelpSignal", "bells", Events.unique("b"))
        .put("deviceId", Events.unique("BELL"))
        .put("kind", "sos")
        .put("narrative", "불이야");
    second.set("position", first.path("position"));
    help.set("position", first.path("position"));
    second
        .putArray("units")
        .addObject()
        .put("unitId", "P-1")
        .put("dispatchedAt", Instant.now().toString());
    feed.json(200, "sendEvents", "/api/v1/events", List.of(first, second, help).toString());
    sendAlarm();
    for (ObjectNode event : List.of(first, second)) await("callRecords", event.path("receiptNo"));
    JsonNode call = await("callRecords", first.path("receiptNo"));
    assertTrue(call.findValues("evidence").stream().anyMatch(JsonNode::isObject), "both are one");
    await("helpRecords", help.path("deviceId"));
  }

  private void sendAlarm() throws Exception {
    String sensor =
        CITY.one("select id from asset where kind = 'sensor' and feature like '%waterLevelM%' "
            + "and feature like '%attention%' order by id desc limit 1");
    ObjectNode flood = Events.reading(sensor, "waterLevelM", 99);
    feed.json(200, "sendEvents", "/api/v1/events", flood.toString());
    await("alarmRecords", CityClient.JSON.getNodeFactory().textNode(sensor));
  }

  /** The opened incident, once it has a record that tells of a subject. */
  private static JsonNode await(String records, JsonNode subject) throws Exception {
    String id =
        Await.some("the incident of " + subject, () -> CITY
            .rows("select incident_id from incident_change where body like '%" + subject + "%'")
            .stream()
            .findFirst());
    JsonNode detail = admin.json(200, "openView", INCIDENTS + "/" + id, "");
    assertTrue(detail.path(records).toString().contains(subject.toString()), detail.toString());
    return detail;
  }

  private void putAssets() throws Exception {
    String path = "/api/v1/assets";
    String stream = "{\"type\":\"Feature\",\"id\":\"" + Events.unique("S") + "\",\"geometry\":{"
        + "\"type\":\"LineString\",\"coordinates\":[[127.02,37.26],[127.03,37.27]]},"
        + "\"properties\":{\"kind\":\"stream\"}}";
    JsonNode answer = admin.json(
        200,
        "putAssets",
        path,
        "{\"type\":\"FeatureCollection\",\"features\":[" + stream + ",{}]}");
    assertEquals(1, answer.path("added").asInt());
    assertEquals(1, answer.path("rejected").size());
    admin.json(400, "putAssets", path, "{}");
    admin.json(400, "putAssets", path, "{\"type\":\"FeatureCollection\",\"features\":[]}");
    for (JsonNode kind : operationParameter("listAssets", "kind").path("schema").path("enum"))
      read("listAssets", path + "?kind=" + kind.asText());
    read("listAssets", path + "?bbox=127.02,37.26,127.03,37.27");
    admin.json(400, "listAssets", path + "?kind=moon", "");
    admin.json(400, "listAssets", path + "?bbox=1", "");
  }

  private static JsonNode operationParameter(String operation, String name) {
    for (JsonNode parameter : ApiCaller.operation(operation).path("parameters"))
      if (parameter.path("name").asText().equals(name)) return parameter;
    throw new IllegalArgumentException(operation + " has no parameter " + name);
  }

  /** Reads it, and again with the ETag. */
  private String read(String operation, String path) throws Exception {
    HttpResponse<String> answer = admin.call(operation, path, "");
    assertEquals(200, answer.statusCode(), path);
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, admin.call(operation, path, "", "If-None-Match", etag).statusCode(), path);
    return answer.body();
  }

  private void signInAndOut() throws Exception {
    String path = "/api/v1/session";
    nobody.json(400, "signIn", path, "{\"name\":\"\",\"password\":\"x\"}");
    nobody.json(400, "signIn", path, "{\"name\":\"admin\"}");
    nobody.json(401, "signIn", path, "{\"name\":\"admin\",\"password\":\"not it\"}");
    assertTrue(admin.json(200, "whoAmI", path, "").has("role"));
    assertFalse(feed.json(200, "whoAmI", path, "").has("role"));
    nobody.json(204, "signOut", path, "");
  }

  private void read() throws Exception {
    read("getCity", "/api/v1/city");
    read("getBaseMap", "/map/base.json");
    String yaml = read("getOpenApi", "/api/v1/openapi.yaml");
    assertTrue(yaml.startsWith("openapi: 3.1"));
    read("getAsyncApi", "/api/v1/asyncapi.yaml");
    for (String name : Contract.schemas())
      assertEquals(
          Contract.read("schemas/" + name + ".json"),
          CityClient.JSON.readTree(read("getSchema", "/api/v1/schemas/" + name + ".json")));
    nobody.json(404, "getSchema", "/api/v1/schemas/openapi.yaml", "");
    admin.json(400, "openLive", "/api/v1/live", "");
    for (String path : List.of("/health/live", "/health/ready")) {
      String operation = path.endsWith("live") ? "isLive" : "isReady";
      assertEquals(200, nobody.call(operation, path, "").statusCode());
    }
    assertEquals(200, nobody.call("getMetrics", "/metrics", "").statusCode());
  }

  @Test
  void whoIsNotSignedInIsLetInOnlyWhereTheContractSaysSo() throws Exception {
    for (Operation o : operations()) {
      int status = nobody.call(o.id(), o.path(), "").statusCode();
      assertEquals(o.isOpen(), status != 401, o + " " + status);
    }
  }

  @Test
  void whoHasNoneOfTheRightsIsRefused() throws Exception {
    ApiCaller camera = ApiCaller.bearer(CITY, CITY.cameras);
    for (Operation o : operations())
      if (!o.rights().isEmpty())
        assertEquals(403, camera.call(o.id(), o.path(), "").statusCode(), o.toString());
  }

  /** @param rights of which a token needs all */
  private record Operation(String id, String path, boolean isOpen, List<String> rights) {}

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    Contract.read("openapi.yaml").path("paths").properties().forEach(path -> {
      String at = path.getKey().replace("{name}", "City.json").replace("{id}", "I-none");
      for (JsonNode o : path.getValue()) {
        JsonNode security = o.path("security");
        boolean open = security.isEmpty() || security.findParents("bearer").isEmpty();
        List<String> rights = new ArrayList<>();
        security.findValues("bearer").forEach(all -> all.forEach(r -> rights.add(r.asText())));
        if (!o.path("operationId").asText().equals("signIn"))
          operations.add(new Operation(o.path("operationId").asText(), at, open, rights));
      }
    });
    return operations;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"command\":\"acknowledge\"",
        "\"command\":\"verify\",\"verdict\":\"true\"",
        "\"command\":\"note\",\"text\":\"메모\"",
        "\"command\":\"close\",\"outcome\":\"hoax\"",
        "\"command\":\"reopen\""
      })
  void schemaAndCityAgreeOnEveryMutantOfACommand(String command) throws Exception {
    boolean first = command.contains("acknowledge");
    agree(
        "IncidentCommand",
        "commandIncident",
        INCIDENTS + "/I-none" + COMMANDS,
        "{" + command + ",\"expectedRevision\":1,\"commandId\":\"" + Events.unique("m") + "\"}",
        first ? new String[0] : new String[] {"/expectedRevision", "/commandId"});
  }

  @Test
  void schemaAndCityAgreeOnEveryMutantOfAnOpening() throws Exception {
    ObjectNode opening = opening();
    opening.putObject("position").put("latDeg", 37.3).put("lonDeg", 127).put("accuracyM", 5);
    agree("IncidentOpening", "openIncident", INCIDENTS, opening.toString());
  }

  private static void agree(
      String schema, String operation, String path, String good, String... skipped)
      throws Exception {
    assertEquals(List.of(), Contract.strictObjections(schema, CityClient.JSON.readTree(good)));
    List<String> apart = new ArrayList<>();
    for (Mutants.Mutant m :
        Mutants.of(Contract.shape(schema), CityClient.JSON.readTree(good), skipped)) {
      HttpResponse<String> answer = admin.call(operation, path, m.message().toString());
      List<String> objections = Contract.objections(schema, m.message());
      if (objections.isEmpty() == (answer.statusCode() == 400))
        apart.add(m.what() + ": schema " + objections + ", city " + answer.body());
    }
    assertEquals(List.of(), apart);
  }
}

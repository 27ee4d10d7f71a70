package bongsu.ops.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Merges what the clients noted with the incident log: each call is one incident, each alarm that
 * judging the stored events comes to was raised and cleared once, and nothing else.
 */
final class IncidentMerge {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = "select body from incident_change order by seq";

  private final Map<String, Ledger> ledgers;
  private final Findings findings;
  private final Map<String, Integer> ofCalls = new HashMap<>();
  private final Map<String, Integer> raised = new HashMap<>();
  private final Map<String, Integer> cleared = new HashMap<>();
  private final Set<String> incidentsOfCalls = new HashSet<>();

  IncidentMerge(Map<String, Ledger> ledgers, Findings findings) {
    this.ledgers = ledgers;
    this.findings = findings;
  }

  void check(Connection store) throws SQLException, IOException {
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery(LOG)) {
      while (rows.next()) onChange(JSON.readTree(rows.getString(1)));
    }
    ledgers.forEach(this::compare);
    ofCalls.keySet().forEach(this::requireSent);
    Expected expected = Expected.in(store);
    compare("raised", expected.raised, raised);
    compare("cleared", expected.cleared, cleared);
  }

  private void onChange(JsonNode change) {
    switch (change.path("change").asText()) {
      case "Opened", "CallJoined", "AlarmJoined" -> {
        if (change.has("call")) onCall(change);
        if (change.has("alarm")) count(raised, change.path("alarm").path("cause"));
      }
      case "AlarmCleared" -> count(cleared, change.path("cause"));
      case "CallConflict" -> findings.add("I1 a call in conflict", change.toString());
      default -> {}
    }
  }

  /** No two calls are near each other, so each opens an incident of its own. */
  private void onCall(JsonNode change) {
    count(ofCalls, change.path("call"));
    boolean own = incidentsOfCalls.add(change.path("incidentId").asText())
        && change.path("change").asText().equals("Opened");
    findings.require(own, "I1 two calls are one incident", change.toString());
  }

  private static void count(Map<String, Integer> effects, JsonNode cause) {
    String name = cause.path("source").asText() + "/" + cause.path("eventId").asText();
    effects.merge(name, 1, Integer::sum);
  }

  private void compare(String source, Ledger ledger) {
    for (int number = 0; number < ledger.size(); number++) {
      if (ledger.kind(number) != Kind.CALL) continue;
      String name = source + "/" + Kind.CALL.eventId(number);
      requireOnce("of a call", name, ofCalls, ledger.outcome(number) == Outcome.OK);
    }
  }

  private void compare(String what, Set<String> expected, Map<String, Integer> found) {
    for (String name : expected) requireOnce(what, name, found, true);
    for (String name : found.keySet())
      findings.require(expected.contains(name), "I1 an alarm out of nothing", what + " by " + name);
  }

  private void requireOnce(String what, String name, Map<String, Integer> found, boolean must) {
    int times = found.getOrDefault(name, 0);
    findings.require(times <= 1, "I1 took effect twice", what + " " + name);
    findings.require(!must || times > 0, "I1 without effect", what + " " + name);
  }

  private void requireSent(String name) {
    int slash = name.lastIndexOf('/');
    Ledger ledger = ledgers.get(name.substring(0, slash));
    boolean sent = ledger != null && ledger.sent(name.substring(slash + 1));
    findings.require(sent, "I1 an effect of what was never sent", name);
  }
}

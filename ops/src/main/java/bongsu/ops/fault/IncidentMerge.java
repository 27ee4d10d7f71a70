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
 * Merges what the clients noted with the incident log: each call is one incident, each reading
 * beyond its level one alarm, each reading that ends it clears it once, and nothing else raises.
 */
final class IncidentMerge {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = "select body from incident_change order by seq";

  private final Map<String, Ledger> ledgers;
  private final Findings findings;
  private final Map<String, Integer> effects = new HashMap<>();
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
    effects.keySet().forEach(this::requireSent);
  }

  private void onChange(JsonNode change) {
    switch (change.path("change").asText()) {
      case "Opened", "CallJoined", "AlarmJoined" -> {
        if (change.has("call")) onCall(change);
        if (change.has("alarm")) onEffect(change.path("alarm").path("cause"), Kind.HIGH);
      }
      case "AlarmCleared" -> onEffect(change.path("cause"), Kind.LOW);
      case "CallConflict" -> findings.add("I1 a call in conflict", change.toString());
      default -> {}
    }
  }

  /** No two calls are near each other, so each opens an incident of its own. */
  private void onCall(JsonNode change) {
    onEffect(change.path("call"), Kind.CALL);
    boolean own = incidentsOfCalls.add(change.path("incidentId").asText())
        && change.path("change").asText().equals("Opened");
    findings.require(own, "I1 two calls are one incident", change.toString());
  }

  private void onEffect(JsonNode cause, Kind expected) {
    String eventId = cause.path("eventId").asText();
    String name = cause.path("source").asText() + "/" + eventId;
    effects.merge(name, 1, Integer::sum);
    findings.require(
        Kind.of(eventId) == expected, "I1 an alarm out of nothing", name + " as " + expected);
  }

  private void compare(String source, Ledger ledger) {
    for (int number = 0; number < ledger.size(); number++) {
      Kind kind = ledger.kind(number);
      if (kind != Kind.CALL && kind != Kind.HIGH && kind != Kind.LOW) continue;
      String name = source + "/" + kind.eventId(number);
      int times = effects.getOrDefault(name, 0);
      boolean ok = ledger.outcome(number) == Outcome.OK;
      findings.require(times <= 1, "I1 took effect twice", name);
      findings.require(!ok || times > 0, "I1 without effect", name);
    }
  }

  private void requireSent(String name) {
    int slash = name.lastIndexOf('/');
    Ledger ledger = ledgers.get(name.substring(0, slash));
    boolean sent = ledger != null && ledger.sent(name.substring(slash + 1));
    findings.require(sent, "I1 an effect of what was never sent", name);
  }
}

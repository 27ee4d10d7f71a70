package bongsu.ops.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Merges what the clients noted with what the store kept, event by event. */
final class StoreMerge {
  private static final int PAGE = 5_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEPT = "select source, event_id, body from event "
      + "union all select source, event_id, body from call_event";
  private static final String NUMBERED_TWICE =
      "select 'shard ' || shard || ' number ' || seq from event group by shard, seq having count(*) > 1";

  private final Map<String, Ledger> ledgers;
  private final Findings findings;
  private long found;

  /** @param ledgers by source */
  StoreMerge(Map<String, Ledger> ledgers, Findings findings) {
    this.ledgers = ledgers;
    this.findings = findings;
  }

  void check(Connection store) throws SQLException, IOException {
    store.setAutoCommit(false);
    try (Statement statement = store.createStatement()) {
      statement.setFetchSize(PAGE);
      try (ResultSet rows = statement.executeQuery(KEPT)) {
        while (rows.next()) onKept(rows.getString(1), rows.getString(2), rows.getString(3));
      }
      try (ResultSet rows = statement.executeQuery(NUMBERED_TWICE)) {
        while (rows.next()) findings.add("I1 two events have one number", rows.getString(1));
      }
    } finally {
      store.rollback();
      store.setAutoCommit(true);
    }
    ledgers.forEach(this::compare);
  }

  private void onKept(String source, String eventId, String body) throws IOException {
    Ledger ledger = ledgers.get(source);
    String name = source + "/" + eventId;
    if (ledger == null || !eventId.matches("[rchlmb][0-9]{1,9}") || !ledger.sent(eventId)) {
      findings.add("I1 stored and never sent", name);
      return;
    }
    found++;
    int number = Kind.number(eventId);
    ledger.onFound(number);
    boolean same = ledger.sameContent(number, ContentHash.of(JSON.readTree(body)));
    findings.require(same, "I1 stored with other content", name);
  }

  private void compare(String source, Ledger ledger) {
    for (int number = 0; number < ledger.size(); number++) {
      String name = source + "/" + ledger.kind(number).eventId(number);
      int times = ledger.found(number);
      findings.require(times <= 1, "I1 doubled", name);
      switch (ledger.outcome(number)) {
        case OK -> findings.require(times > 0, "I1 lost", name);
        case REJECTED -> findings.require(times == 0, "I1 rejected and stored", name);
        case REFUSED -> findings.require(times == 0, "I1 refused and stored", name);
        case UNKNOWN -> {}
      }
    }
  }

  /** How many of ours the store has. */
  long found() {
    return found;
  }
}

package bongsu.verticles.fuse;

import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Personal;
import bongsu.core.geo.BoundingBox;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.HelpRecord;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentChangeJson;
import bongsu.core.incident.PersonalLookup;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.Fields;
import bongsu.verticles.store.CaseKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Incidents as any node can read them from the store. */
final class IncidentShelf {
  private static final String LIST =
      "select seq, summary from incident where ($1::text = 'all' or state = $1) and seq > $2 and seq < $3 "
          + "and ($4::float8 is null or (lon_deg between $4 and $6 and lat_deg between $5 and $7)) "
          + "order by seq desc limit $8";
  private static final String CHANGES =
      "select body from incident_change where incident_id = $1 order by seq";
  private static final String PERSONAL =
      "select e.event_id, e.source, e.subject, e.revision, e.body, e.personal, k.key "
          + "from call_event e join case_key k using (source, subject) "
          + "join unnest($1::text[], $2::text[]) as w(source, subject) using (source, subject) "
          + "where e.personal is not null order by e.received_at desc";

  /** A page of summaries; {@code next} is 0 on the last one. */
  record Page(List<String> summaries, long next) {}

  private final Pool pool;
  private final CaseKeys keys;

  IncidentShelf(Pool pool, CaseKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  /**
   * Newest change first.
   *
   * @param state {@code open}, {@code closed} or {@code all}
   * @param since only changes after this number
   * @param before only changes before this number, the cursor of the page before
   */
  Future<Page> list(String state, @Nullable BoundingBox box, long since, long before, int limit) {
    Tuple values = Tuple.of(state, since, before)
        .addValue(box == null ? null : box.westDeg())
        .addValue(box == null ? null : box.southDeg())
        .addValue(box == null ? null : box.eastDeg())
        .addValue(box == null ? null : box.northDeg())
        .addValue(limit);
    return pool.preparedQuery(LIST).execute(values).map(rows -> {
      List<String> summaries = new ArrayList<>();
      long last = 0;
      for (Row row : rows) {
        summaries.add(row.getString("summary"));
        last = row.getLong("seq");
      }
      return new Page(summaries, summaries.size() < limit ? 0 : last);
    });
  }

  /** Rebuilt from its changes. */
  Future<Optional<Incident>> find(String id) {
    return pool.preparedQuery(CHANGES).execute(Tuple.of(id)).map(rows -> {
      List<IncidentChange> changes = new ArrayList<>();
      for (Row row : rows) changes.add(IncidentChangeJson.read(row.getString("body")));
      return changes.isEmpty() ? Optional.empty() : Optional.of(Incident.replay(changes));
    });
  }

  /** The personal fields of an incident's calls and help signals, as far as their keys live. */
  Future<PersonalLookup> personal(Incident incident) {
    List<String> sources = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    for (CallRecord record : incident.records().calls()) {
      sources.add(record.call().origin().source());
      subjects.add(record.call().receiptNo());
    }
    for (HelpRecord record : incident.records().helps()) {
      sources.add(record.help().origin().source());
      subjects.add(record.help().deviceId());
    }
    if (sources.isEmpty()) return Future.succeededFuture(PersonalLookup.NONE);
    Tuple values = Tuple.tuple()
        .addValue(sources.toArray(String[]::new))
        .addValue(subjects.toArray(String[]::new));
    return pool.preparedQuery(PERSONAL).execute(values).map(this::lookup);
  }

  private PersonalLookup lookup(RowSet<Row> rows) {
    Map<List<Object>, Personal> found = new HashMap<>();
    for (Row row : rows) {
      CityEvent event = EventDecoder.decodeOwn(row.getString("body"));
      boolean call = event instanceof CallReport;
      List<Object> key = List.of(
          row.getString("source"),
          call ? row.getString("subject") : row.getString("event_id"),
          call ? row.getInteger("revision") : 0);
      decrypt(row).ifPresent(personal -> found.put(key, personal));
    }
    return (source, name, revision) ->
        Optional.ofNullable(found.get(List.of(source, name, (Object) revision)));
  }

  private Optional<Personal> decrypt(Row row) {
    return keys.key(row)
        .decrypt(row.getBuffer("personal").getBytes())
        .map(Fields::parse)
        .map(fields -> new Personal(
            fields.findText("phone", 64).orElse(null),
            fields.findText("narrative", 20_000).orElse(null)));
  }
}

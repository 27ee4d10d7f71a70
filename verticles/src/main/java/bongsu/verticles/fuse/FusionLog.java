package bongsu.verticles.fuse;

import bongsu.core.geo.Position;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentChangeJson;
import bongsu.core.incident.IncidentJson;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.rules.owner.CityTurn;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.Cursors;
import bongsu.rules.owner.NumberedInput;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.shard.LeaseLostException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The numbered log of fusion: inputs, the changes they caused, and how far the cursors are, in one commit. */
final class FusionLog {
  private static final String COMMIT = Lease.LOCK
      + ", inputs as (insert into fusion_input (no, at, body) select r.no, r.at, r.body from lease, "
      + "unnest($3::bigint[], $4::timestamptz[], $5::text[]) as r(no, at, body)), "
      + "changes as (insert into incident_change (seq, input_no, incident_id, revision, at, body) "
      + "select r.* from lease, unnest($6::bigint[], $7::bigint[], $8::text[], $9::int[], $10::timestamptz[], "
      + "$11::text[]) as r(seq, input_no, incident_id, revision, at, body)), "
      + "lines as (insert into incident (id, state, opened_at, closed_at, lat_deg, lon_deg, seq, summary) "
      + "select r.* from lease, unnest($12::text[], $13::text[], $14::timestamptz[], $15::timestamptz[], "
      + "$16::float8[], $17::float8[], $18::bigint[], $19::text[]) "
      + "as r(id, state, opened_at, closed_at, lat_deg, lon_deg, seq, summary) "
      + "on conflict (id) do update set state = excluded.state, closed_at = excluded.closed_at, "
      + "lat_deg = excluded.lat_deg, lon_deg = excluded.lon_deg, seq = excluded.seq, summary = excluded.summary), "
      + "kept as (insert into fusion_checkpoint (city, input_no, judgement_seqs, call_seqs, state, rules_off) "
      + "select 0, $20, $21::bigint[], $22::bigint[], coalesce($23::text, ''), $24::text[] from lease on conflict (city) do update "
      + "set input_no = excluded.input_no, judgement_seqs = excluded.judgement_seqs, "
      + "call_seqs = excluded.call_seqs, state = coalesce($23::text, fusion_checkpoint.state), "
      + "rules_off = excluded.rules_off) "
      + "select count(*) as held from lease";
  private static final String CHECKPOINT =
      "select c.*, i.at as last_at from fusion_checkpoint c join fusion_input i on i.no = c.input_no where city = 0";
  private static final String LAST =
      "select (select coalesce(max(seq), 0) from incident_change) as seq, "
          + "(select array_agg(m.id) from (select distinct on (left(id, 10)) id from incident "
          + "order by left(id, 10), length(id) desc, id desc) m) as ids";
  private static final String REMEMBERED =
      "select c.body from incident_change c join incident i on i.id = c.incident_id "
          + "where i.state = 'open' or i.closed_at >= coalesce((select date_trunc('milliseconds', at) "
          + "from fusion_input where body = $1 order by no desc limit 1), '-infinity') - make_interval(secs => $2) "
          + "order by c.seq";
  private static final String TICK = FusionInputJson.write(new FusionInput.Tick());

  private final Pool pool;
  private final Lease lease;
  private String keptState = "";

  FusionLog(Pool pool, Lease lease) {
    this.pool = pool;
    this.lease = lease;
  }

  /** @throws LeaseLostException through the future, when another owner has taken over */
  Future<Void> commit(CityTurn turn, Cursors cursors, String state) {
    Tuple values = Tuple.of(lease.shard(), lease.epoch());
    List<NumberedInput> inputs = turn.inputs();
    addInputs(values, inputs);
    addChanges(values, turn.changes());
    addLines(values, turn.touched());
    values
        .addValue(inputs.get(inputs.size() - 1).no())
        .addValue(cursors.judgements())
        .addValue(cursors.calls())
        .addValue(state.equals(keptState) ? null : state)
        .addValue(turn.rulesOff().toArray(String[]::new));
    return pool.preparedQuery(COMMIT).execute(values).map(rows -> {
      if (rows.iterator().next().getLong("held") == 0) throw new LeaseLostException();
      keptState = state;
      return null;
    });
  }

  private static void addInputs(Tuple values, List<NumberedInput> inputs) {
    values.addValue(inputs.stream().map(NumberedInput::no).toArray(Long[]::new));
    values.addValue(inputs.stream().map(i -> utc(i.at())).toArray(OffsetDateTime[]::new));
    values.addValue(
        inputs.stream().map(i -> FusionInputJson.write(i.input())).toArray(String[]::new));
  }

  private static void addChanges(Tuple values, List<IncidentChange> changes) {
    values.addValue(changes.stream().map(IncidentChange::seq).toArray(Long[]::new));
    values.addValue(changes.stream().map(IncidentChange::inputNo).toArray(Long[]::new));
    values.addValue(changes.stream().map(IncidentChange::incidentId).toArray(String[]::new));
    values.addValue(changes.stream().map(IncidentChange::revision).toArray(Integer[]::new));
    values.addValue(changes.stream().map(c -> utc(c.at())).toArray(OffsetDateTime[]::new));
    values.addValue(changes.stream().map(IncidentChangeJson::write).toArray(String[]::new));
  }

  private static void addLines(Tuple values, Collection<Incident> touched) {
    values.addValue(touched.stream().map(Incident::id).toArray(String[]::new));
    values.addValue(
        touched.stream().map(i -> i.isOpen() ? "open" : "closed").toArray(String[]::new));
    values.addValue(touched.stream().map(i -> utc(i.openedAt())).toArray(OffsetDateTime[]::new));
    values.addValue(touched.stream()
        .map(i -> i.findClosedAt().map(FusionLog::utc).orElse(null))
        .toArray(OffsetDateTime[]::new));
    values.addValue(touched.stream()
        .map(i -> i.findPosition().map(Position::latDeg).orElse(null))
        .toArray(Double[]::new));
    values.addValue(touched.stream()
        .map(i -> i.findPosition().map(Position::lonDeg).orElse(null))
        .toArray(Double[]::new));
    values.addValue(touched.stream().map(Incident::seq).toArray(Long[]::new));
    values.addValue(touched.stream().map(IncidentJson::summary).toArray(String[]::new));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  Future<CityWork.Start> load(int shards) {
    return Future.all(
            pool.preparedQuery(CHECKPOINT).execute(), pool.preparedQuery(LAST).execute())
        .map(both -> start(
            shards, both.resultAt(0), both.<RowSet<Row>>resultAt(1).iterator().next()));
  }

  private static CityWork.Start start(int shards, RowSet<Row> kept, Row last) {
    String[] ids = last.getArrayOfStrings("ids");
    List<String> given = ids == null ? List.of() : List.of(ids);
    long seq = last.getLong("seq");
    if (kept.size() == 0)
      return new CityWork.Start(0, Instant.MIN, new Cursors(shards), "", seq, given);
    Row row = kept.iterator().next();
    Cursors cursors = Cursors.kept(
        shards, row.getArrayOfLongs("judgement_seqs"), row.getArrayOfLongs("call_seqs"));
    Instant lastAt = row.getOffsetDateTime("last_at").toInstant();
    return new CityWork.Start(
        row.getLong("input_no"), lastAt, cursors, row.getString("state"), seq, given);
  }

  /**
   * All changes, in order, of the incidents that the owner before had in memory: those that are
   * open, and those its last tick left there. A clock of our own might forget others, and replaying
   * the inputs would then tell another story.
   */
  Future<List<IncidentChange>> remembered(Duration closedStays) {
    Tuple values = Tuple.of(TICK, (double) closedStays.toSeconds());
    return pool.preparedQuery(REMEMBERED).execute(values).map(rows -> {
      List<IncidentChange> changes = new ArrayList<>();
      for (Row row : rows) changes.add(IncidentChangeJson.read(row.getString("body")));
      return changes;
    });
  }
}

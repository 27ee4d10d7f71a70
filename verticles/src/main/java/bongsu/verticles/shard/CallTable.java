package bongsu.verticles.shard;

import bongsu.core.event.CallReport;
import bongsu.core.wire.EventWriter;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.store.CaseKeys;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls and help signals in the table {@code call_event}; their personal fields encrypted. */
final class CallTable {
  private static final String INSERT = Lease.LOCK
      + ", added as (insert into call_event (source, event_id, content_hash, shard, seq, subject, revision, "
      + "observed_at, conflict, receipts_are_incidents, body, personal) "
      + "select r.source, r.event_id, r.hash, $1, r.seq, r.subject, r.revision, r.observed_at, "
      + "exists (select 1 from call_event c where c.source = r.source and c.event_id = r.event_id) "
      + "or row_number() over (partition by r.source, r.event_id order by r.seq) > 1, "
      + "r.merged, r.body, r.personal from lease, "
      + "unnest($3::text[], $4::text[], $5::bytea[], $6::bigint[], $7::text[], $8::int[], $9::timestamptz[], "
      + "$10::boolean[], $11::text[], $12::bytea[]) "
      + "as r(source, event_id, hash, seq, subject, revision, observed_at, merged, body, personal) "
      + "on conflict do nothing returning seq) "
      + "select (select count(*) from lease) as held, (select array_agg(seq) from added) as added";
  private static final String LAST =
      "select coalesce(max(seq), 0) as last from call_event where shard = $1";

  private final Pool pool;
  private final Lease lease;
  private final CaseKeys keys;

  CallTable(Pool pool, Lease lease, CaseKeys keys) {
    this.pool = pool;
    this.lease = lease;
    this.keys = keys;
  }

  /**
   * Commits a group. A repeat with the same content is a duplicate; with other content it is kept
   * and flagged as a conflict.
   *
   * @return the numbers that were new
   */
  Future<Set<Long>> insert(List<Waiting> group, long firstSeq) {
    return keys.of(group.stream().map(w -> CaseKeys.caseOf(w.parcel().event())).toList())
        .compose(found -> pool.preparedQuery(INSERT).execute(values(group, firstSeq, found)))
        .map(EventTable::added);
  }

  private Tuple values(List<Waiting> group, long firstSeq, List<CaseKeys.Key> found) {
    int n = group.size();
    String[] sources = new String[n];
    String[] eventIds = new String[n];
    Buffer[] hashes = new Buffer[n];
    Long[] seqs = new Long[n];
    String[] subjects = new String[n];
    Integer[] revisions = new Integer[n];
    OffsetDateTime[] observed = new OffsetDateTime[n];
    Boolean[] merged = new Boolean[n];
    String[] bodies = new String[n];
    Buffer[] personal = new Buffer[n];
    for (int i = 0; i < n; i++) {
      Parcel parcel = group.get(i).parcel();
      Optional<String> secret = EventWriter.personal(parcel.event());
      sources[i] = parcel.event().origin().source();
      eventIds[i] = parcel.event().origin().eventId();
      hashes[i] = Buffer.buffer(found.get(i).hash(parcel.body() + secret.orElse("")));
      seqs[i] = firstSeq + i;
      subjects[i] = parcel.event().subject();
      revisions[i] = parcel.event() instanceof CallReport call ? call.revision() : 1;
      observed[i] = parcel.event().observedAt().atOffset(ZoneOffset.UTC);
      merged[i] = parcel.receiptsAreIncidents();
      bodies[i] = parcel.body();
      int at = i;
      personal[i] =
          secret.map(text -> Buffer.buffer(found.get(at).encrypt(text))).orElse(null);
    }
    return Tuple.of(lease.shard(), lease.epoch(), sources, eventIds, hashes, seqs)
        .addValue(subjects)
        .addValue(revisions)
        .addValue(observed)
        .addValue(merged)
        .addValue(bodies)
        .addValue(personal);
  }

  /** The highest number given so far. */
  Future<Long> lastSeq() {
    return pool.preparedQuery(LAST)
        .execute(Tuple.of(lease.shard()))
        .map(rows -> rows.iterator().next().getLong("last"));
  }
}

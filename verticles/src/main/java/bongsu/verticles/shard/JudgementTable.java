package bongsu.verticles.shard;

import bongsu.rules.judge.JudgementJson;
import bongsu.rules.owner.RowKey;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWork;
import bongsu.rules.owner.ShardWrites;
import bongsu.verticles.cluster.Lease;
import bongsu.verticles.store.Quarantine;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** What judging produced, and how far it got. Judging again writes nothing twice: keys are unique. */
final class JudgementTable {
  private static final String INSERT = Lease.LOCK
      + ", added as (insert into judgement (shard, seq, key, body) select $1, r.seq, r.key, r.body from lease, "
      + "unnest($3::bigint[], $4::text[], $5::text[]) as r(seq, key, body) on conflict (key) do nothing returning 1) "
      + "select (select count(*) from lease) as held, (select count(*) from added) as added";
  private static final String CHECKPOINT = Lease.LOCK
      + ", kept as (insert into shard_checkpoint (shard, judged_seq, judgement_seq, state, rules_off) select $1, $3, $4, $5, $6 from lease "
      + "on conflict (shard) do update set judged_seq = excluded.judged_seq, judgement_seq = excluded.judgement_seq, state = excluded.state, "
      + "rules_off = excluded.rules_off returning 1) "
      + "select (select count(*) from lease) as held, (select count(*) from kept) as kept";
  private static final String LOAD =
      "select greatest((select max(seq) from judgement where shard = $1), "
          + "(select judgement_seq from shard_checkpoint where shard = $1), 0) as last, "
          + "(select judged_seq from shard_checkpoint where shard = $1) as judged_seq, "
          + "(select state from shard_checkpoint where shard = $1) as state, "
          + "(select rules_off from shard_checkpoint where shard = $1) as rules_off";

  private final Pool pool;
  private final Lease lease;
  private final Quarantine quarantine;

  JudgementTable(Pool pool, Lease lease) {
    this.quarantine = new Quarantine(pool, lease);
    this.pool = pool;
    this.lease = lease;
  }

  /** Writes the judgements of a group, then what was left out, then how far judging got. */
  Future<Void> write(ShardWrites writes) {
    Future<Void> written =
        writes.judged().isEmpty() ? Future.succeededFuture() : insert(writes.judged());
    for (ShardEntry.LeftOut out : writes.leftOut())
      written = written.compose(done -> leaveOut(out));
    Future<Void> before = written;
    return writes
        .findCheckpoint()
        .map(checkpoint -> before.compose(done -> keep(checkpoint)))
        .orElse(before);
  }

  private Future<Void> leaveOut(ShardEntry.LeftOut out) {
    var event = new RowKey(RowKey.EVENT, lease.shard(), out.seq());
    return quarantine.giveUp(event, out.source(), out.why());
  }

  private Future<Void> insert(List<ShardEntry.Judged> judged) {
    Long[] seqs = judged.stream().map(ShardEntry.Judged::seq).toArray(Long[]::new);
    String[] keys = judged.stream().map(j -> j.judgement().key()).toArray(String[]::new);
    String[] bodies =
        judged.stream().map(j -> JudgementJson.encode(j.judgement())).toArray(String[]::new);
    return held(INSERT, Tuple.of(lease.shard(), lease.epoch(), seqs, keys, bodies));
  }

  private Future<Void> keep(ShardEntry.Checkpoint checkpoint) {
    return held(
        CHECKPOINT,
        Tuple.of(
            lease.shard(),
            lease.epoch(),
            checkpoint.judgedSeq(),
            checkpoint.lastSeq(),
            checkpoint.state(),
            checkpoint.rulesOff().toArray(String[]::new)));
  }

  private Future<Void> held(String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .map(JudgementTable::requireHeld)
        .mapEmpty();
  }

  private static RowSet<Row> requireHeld(RowSet<Row> rows) {
    if (rows.iterator().next().getLong("held") == 0) throw new LeaseLostException();
    return rows;
  }

  Future<ShardWork.Start> load() {
    return pool.preparedQuery(LOAD).execute(Tuple.of(lease.shard())).map(rows -> {
      Row row = rows.iterator().next();
      Long judgedSeq = row.getLong("judged_seq");
      String state = row.getString("state");
      String[] rulesOff = row.getArrayOfStrings("rules_off");
      return new ShardWork.Start(
          row.getLong("last"),
          judgedSeq == null ? 0 : judgedSeq,
          state == null ? "" : state,
          rulesOff == null ? List.of() : List.of(rulesOff));
    });
  }
}

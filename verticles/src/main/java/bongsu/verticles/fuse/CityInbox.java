package bongsu.verticles.fuse;

import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.HelpSignal;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.JudgementJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What waits for fusion: committed calls, help signals and judgements, each read once by one cursor
 * a shard. City-scope rules are judged here, on the events that the shards selected for them.
 */
final class CityInbox {
  private static final String NEXT =
      "select 'call' as kind, e.shard, e.seq, e.body, e.conflict, e.receipts_are_incidents as merged, e.received_at as at "
          + "from unnest($1::int[], $2::bigint[]) as c(shard, seq) cross join lateral (select * from call_event "
          + "where shard = c.shard and seq > c.seq order by seq limit 500) e "
          + "union all select 'judgement', j.shard, j.seq, j.body, false, false, j.judged_at "
          + "from unnest($1::int[], $3::bigint[]) as c(shard, seq) cross join lateral (select * from judgement "
          + "where shard = c.shard and seq > c.seq order by seq limit 500) j "
          + "order by at, kind, shard, seq";

  private final Pool pool;
  private final Cursors cursors;
  private final CityJudge judge;
  private final Function<String, Optional<Position>> placeOf;

  /** @param placeOf the position of an asset, for help buttons that do not say where they are */
  CityInbox(
      Pool pool, Cursors cursors, CityJudge judge, Function<String, Optional<Position>> placeOf) {
    this.pool = pool;
    this.cursors = cursors;
    this.judge = judge;
    this.placeOf = placeOf;
  }

  /** The next inputs in the order in which fusion shall number them; none when all is read. */
  Future<List<FusionInput>> next() {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.of(cursors.shards(), cursors.calls(), cursors.judgements()))
        .map(this::inputs);
  }

  private List<FusionInput> inputs(RowSet<Row> rows) {
    List<FusionInput> inputs = new ArrayList<>();
    for (Row row : rows) {
      if (row.getString("kind").equals("call")) inputs.add(call(row));
      else inputs.addAll(judgement(row));
    }
    return inputs;
  }

  private FusionInput call(Row row) {
    cursors.onCall(row.getInteger("shard"), row.getLong("seq"));
    CityEvent event = EventDecoder.decodeOwn(row.getString("body"));
    Instant receivedAt = row.getOffsetDateTime("at").toInstant();
    if (event instanceof CallReport call)
      return new FusionInput.Call(
          call, row.getBoolean("conflict"), row.getBoolean("merged"), receivedAt);
    return new FusionInput.Help(placed((HelpSignal) event), receivedAt);
  }

  private HelpSignal placed(HelpSignal help) {
    Position position =
        help.findPosition().or(() -> placeOf.apply(help.deviceId())).orElse(null);
    return new HelpSignal(help.origin(), help.deviceId(), help.kind(), position, null);
  }

  private List<FusionInput> judgement(Row row) {
    cursors.onJudgement(row.getInteger("shard"), row.getLong("seq"));
    Judgement judgement = JudgementJson.decode(row.getString("body"));
    if (judgement instanceof Judgement.Selected selected)
      return judge.on(selected.event()).stream().map(CityInbox::input).toList();
    return List.of(input(judgement));
  }

  private static FusionInput input(Judgement judgement) {
    if (judgement instanceof Judgement.AlarmRaised raised)
      return new FusionInput.AlarmRaised(raised.alarm());
    if (judgement instanceof Judgement.AlarmCleared cleared)
      return new FusionInput.AlarmCleared(cleared.alarmId(), cleared.cause());
    if (judgement instanceof Judgement.UnitProgress progress)
      return new FusionInput.UnitProgress(progress.event());
    throw new IllegalStateException("the city's judge selects nothing: " + judgement.key());
  }
}

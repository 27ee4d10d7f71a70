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
import bongsu.verticles.store.Quarantine;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What waits for fusion: committed calls, help signals and judgements, each read once by one cursor
 * a shard. City-scope rules judge here what the shards selected for them.
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
  private final Set<Quarantine.Input> givenUp;
  private final Function<String, Optional<Position>> placeOf;

  /**
   * @param givenUp what is passed over
   * @param placeOf the position of an asset, for help buttons that do not say where they are
   */
  CityInbox(
      Pool pool,
      Cursors cursors,
      Set<Quarantine.Input> givenUp,
      Function<String, Optional<Position>> placeOf) {
    this.pool = pool;
    this.cursors = cursors;
    this.givenUp = givenUp;
    this.placeOf = placeOf;
  }

  /** One row that waits. */
  record Item(Quarantine.Input input, Row row) {}

  /** The next rows in the order in which fusion shall number them; none when all is read. */
  Future<List<Item>> next() {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.of(cursors.shards(), cursors.calls(), cursors.judgements()))
        .map(rows -> {
          List<Item> items = new ArrayList<>();
          for (Row row : rows) items.add(item(row));
          return items;
        });
  }

  private static Item item(Row row) {
    return new Item(
        new Quarantine.Input(row.getString("kind"), row.getInteger("shard"), row.getLong("seq")),
        row);
  }

  /** What the row means to fusion; it counts as read from now on. */
  List<FusionInput> open(Item item, CityJudge judge) {
    boolean isCall = item.input.stream().equals("call");
    if (isCall) cursors.onCall(item.input.shard(), item.input.seq());
    else cursors.onJudgement(item.input.shard(), item.input.seq());
    if (givenUp.contains(item.input)) return List.of();
    return isCall ? List.of(call(item.row)) : judgement(item.row, judge);
  }

  private FusionInput call(Row row) {
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

  private static List<FusionInput> judgement(Row row, CityJudge judge) {
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

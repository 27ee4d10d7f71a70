package bongsu.verticles.access;

import bongsu.core.wire.JsonText;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;

/** The refusals in the store: at most some thousand kinds counted, and the last 1 000 messages. */
final class RejectionStore {
  /** A new kind beyond 2 000 is counted with the others, so the table stays small for ever. */
  private static final String COUNT = """
      insert into rejection_count as kept (source, field, reason, count, last_at)
      select case when fits then source else '(others)' end,
        case when fits then field else '' end,
        case when fits then reason else 'more kinds of refusal than are counted apart' end,
        sum(count), now()
      from (
        select given.*, (select count(*) from rejection_count) < 2000 or exists (
          select from rejection_count r where r.source = given.source
            and r.field = given.field and r.reason = given.reason) as fits
        from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
          as given (source, field, reason, count)) judged
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (source, field, reason)
        do update set count = kept.count + excluded.count, last_at = excluded.last_at""";

  private static final String KEEP = """
      insert into rejection_sample (at, source, field, reason, sample)
      select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[])""";
  private static final String PRUNE =
      "delete from rejection_sample where n <= (select max(n) from rejection_sample) - 1000";
  private static final String COUNTS = """
      select source, field, reason, count, last_at from rejection_count
      order by last_at desc, count desc limit 500""";
  private static final String LAST =
      "select at, source, field, reason, sample from rejection_sample order by n desc limit 1000";

  private final Pool pool;

  RejectionStore(Pool pool) {
    this.pool = pool;
  }

  Future<Void> write(RejectionGroup group) {
    return pool.withTransaction(connection -> connection
        .preparedQuery(COUNT)
        .execute(counts(group))
        .compose(done -> connection.preparedQuery(KEEP).execute(samples(group.last())))
        .compose(done -> connection.query(PRUNE).execute())
        .mapEmpty());
  }

  /** The answer of {@code GET /api/v1/rejections}. */
  Future<String> read() {
    return counts(pool).compose(counts -> last(pool).map(last -> new JsonText()
        .open()
        .raw("counts", counts)
        .raw("last", last)
        .close()
        .toString()));
  }

  private static Future<String> counts(SqlClient client) {
    return list(client, COUNTS, (json, row) -> named(json, row)
        .put("count", row.getLong("count").longValue())
        .put("lastAt", row.getOffsetDateTime("last_at").toInstant()));
  }

  private static Future<String> last(SqlClient client) {
    return list(client, LAST, (json, row) -> named(json, row)
        .put("at", row.getOffsetDateTime("at").toInstant())
        .put("sample", row.getString("sample")));
  }

  private static JsonText named(JsonText json, Row row) {
    return json.open()
        .put("source", row.getString("source"))
        .put("field", row.getString("field"))
        .put("reason", row.getString("reason"));
  }

  private static Future<String> list(
      SqlClient client, String sql, java.util.function.BiFunction<JsonText, Row, JsonText> item) {
    return client.query(sql).execute().map(rows -> {
      JsonText json = new JsonText().openList();
      for (Row row : rows) item.apply(json, row).close();
      return json.closeList().toString();
    });
  }

  private static Tuple counts(RejectionGroup group) {
    Collection<RejectedMessage.Key> keys = group.counts().keySet();
    return Tuple.of(
        texts(keys, RejectedMessage.Key::source),
        texts(keys, RejectedMessage.Key::field),
        texts(keys, RejectedMessage.Key::reason),
        group.counts().values().toArray(Long[]::new));
  }

  private static Tuple samples(Collection<RejectedMessage> last) {
    return Tuple.of(
        last.stream()
            .map(m -> m.at().atOffset(ZoneOffset.UTC))
            .toArray(java.time.OffsetDateTime[]::new),
        texts(last, m -> m.key().source()),
        texts(last, m -> m.key().field()),
        texts(last, RejectedMessage::reason),
        texts(last, RejectedMessage::sample));
  }

  private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }
}

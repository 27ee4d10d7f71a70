package bongsu.verticles.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incident lines from the store and over the bus. */
public final class IncidentLines {
  private static final String COLUMNS =
      "select id, seq, opened_at, closed_at, summary from incident ";
  private static final String AFTER = COLUMNS + "where seq > $1 order by seq limit 2000";
  private static final String SHOWN =
      COLUMNS + "where state = 'open' or closed_at > $1 order by seq";

  private static final String LAST_BEFORE =
      "select coalesce(max(seq), 0) as seq from incident where state = 'closed' and closed_at <= $1";

  private IncidentLines() {}

  static Future<List<IncidentBoard.Line>> after(Pool pool, long seq) {
    return pool.preparedQuery(AFTER).execute(Tuple.of(seq)).map(IncidentLines::lines);
  }

  /** All open ones, and those closed after a city time. */
  static Future<List<IncidentBoard.Line>> shown(Pool pool, Instant closedAfter) {
    return pool.preparedQuery(SHOWN)
        .execute(Tuple.of(closedAfter.atOffset(java.time.ZoneOffset.UTC)))
        .map(IncidentLines::lines);
  }

  /** The newest change of those that were closed before a city time, 0 if there is none. */
  static Future<Long> lastBefore(Pool pool, Instant closedAfter) {
    return pool.preparedQuery(LAST_BEFORE)
        .execute(Tuple.of(closedAfter.atOffset(java.time.ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getLong("seq"));
  }

  private static List<IncidentBoard.Line> lines(RowSet<Row> rows) {
    List<IncidentBoard.Line> lines = new ArrayList<>();
    for (Row row : rows) {
      OffsetDateTime closedAt = row.getOffsetDateTime("closed_at");
      lines.add(new IncidentBoard.Line(
          row.getString("id"),
          row.getLong("seq"),
          row.getOffsetDateTime("opened_at").toInstant(),
          closedAt == null ? null : closedAt.toInstant(),
          row.getString("summary")));
    }
    return lines;
  }

  /** One line's place in the message INCIDENTS_CHANGED. */
  public static JsonArray toWire(
      String id, long seq, Instant openedAt, @Nullable Instant closedAt, String summary) {
    return new JsonArray()
        .add(id)
        .add(seq)
        .add(openedAt.toEpochMilli())
        .add(closedAt == null ? -1 : closedAt.toEpochMilli())
        .add(summary);
  }

  static IncidentBoard.Line fromWire(JsonArray wire) {
    long closedAt = wire.getLong(3);
    return new IncidentBoard.Line(
        wire.getString(0),
        wire.getLong(1),
        Instant.ofEpochMilli(wire.getLong(2)),
        closedAt < 0 ? null : Instant.ofEpochMilli(closedAt),
        wire.getString(4));
  }
}

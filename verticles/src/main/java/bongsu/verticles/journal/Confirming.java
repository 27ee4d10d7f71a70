package bongsu.verticles.journal;

import bongsu.verticles.shard.Parcel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls that went from the journal to the store: each stays shown as unconfirmed until fusion has
 * read it and the screens had a second to show its incident. One event loop only.
 */
final class Confirming {
  private static final long SHOWN_ON_MS = 1_000;
  private static final String READ_BY_FUSION =
      "select distinct c.source, c.event_id from unnest($1::text[], $2::text[]) as s(source, event_id) "
          + "join call_event c using (source, event_id) join fusion_checkpoint f on f.city = 0 "
          + "where c.seq <= f.call_seqs[c.shard + 1]";

  private final Vertx vertx;
  private final Pool queries;
  private final Unconfirmed shown;
  private final Set<CallId> stored = new HashSet<>();
  private boolean looking;

  Confirming(Vertx vertx, Pool queries, Unconfirmed shown) {
    this.vertx = vertx;
    this.queries = queries;
    this.shown = shown;
  }

  void onStored(List<Parcel> calls) {
    for (Parcel call : calls) stored.add(CallId.of(call));
  }

  /** Asks which of them fusion has read; to be called now and then. */
  void look() {
    if (stored.isEmpty() || looking) return;
    looking = true;
    readByFusion().onComplete(done -> {
      looking = false;
      if (done.failed()) return;
      stored.removeAll(done.result());
      vertx.setTimer(SHOWN_ON_MS, later -> shown.onIncidents(done.result()));
    });
  }

  private Future<Set<CallId>> readByFusion() {
    String[] sources = stored.stream().map(CallId::source).toArray(String[]::new);
    String[] eventIds = stored.stream().map(CallId::eventId).toArray(String[]::new);
    return queries
        .preparedQuery(READ_BY_FUSION)
        .execute(Tuple.tuple().addValue(sources).addValue(eventIds))
        .map(rows -> {
          Set<CallId> read = new HashSet<>();
          for (Row row : rows) read.add(new CallId(row.getString(0), row.getString(1)));
          return read;
        });
  }
}

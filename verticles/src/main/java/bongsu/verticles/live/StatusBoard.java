package bongsu.verticles.live;

import bongsu.core.event.Lane;
import bongsu.core.wire.JsonText;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Troubles;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The {@code Status} of docs/interface.md: how the platform itself is. One event loop only. */
final class StatusBoard {
  private static final String KEPT =
      "select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(bytes), 0)::bigint as bytes, "
          + "min(day)::text as oldest, (select coalesce(sum(count), 0)::bigint from rejection_count) as rejected "
          + "from event_kept";
  private static final Duration ALARM_LOAD = Duration.ofMinutes(10);

  private final Owners owners;
  private final NodeStats stats;
  private final CityClock clock;
  private final Kept kept;
  private final Reachability store;
  private final Journal journal;
  private final UnconfirmedBoard unconfirmed;
  private final Troubles troubles;
  private final FeedBoard feeds = new FeedBoard();
  private long rows;
  private long bytes;
  private long rejected;
  private String oldest = "";

  StatusBoard(LiveSetting setting, UnconfirmedBoard unconfirmed) {
    this.kept = setting.kept();
    this.owners = setting.owners();
    this.stats = setting.stats();
    this.clock = setting.clock();
    this.store = setting.reachability();
    this.journal = setting.journal();
    this.troubles = setting.troubles();
    this.unconfirmed = unconfirmed;
  }

  void onHeard(JsonArray counts) {
    feeds.on(counts, clock.now());
  }

  /** Asks the store how much is kept, and what ails the nodes. */
  Future<Void> look(Pool pool) {
    return troubles
        .look(pool)
        .compose(done -> pool.preparedQuery(KEPT).execute())
        .map(found -> keep(found.iterator().next()));
  }

  private @Nullable Void keep(Row row) {
    rows = row.getLong("rows");
    bytes = row.getLong("bytes");
    rejected = row.getLong("rejected");
    String day = row.getString("oldest");
    oldest = day == null ? "" : day;
    return null;
  }

  String json(IncidentBoard incidents) {
    Instant now = clock.now();
    JsonText json = new JsonText()
        .open()
        .put("store", store.isAway() ? "degraded" : "ok")
        .put("judging", owners.areAllKnown() ? "ok" : "waiting")
        .put("nodes", owners.nodes())
        .put("commitMs", Math.round(stats.commitMs() * 10) / 10.0);
    feeds.write(json, now);
    json.open("shed");
    for (Lane lane : Lane.values()) json.put(lane.name(), stats.shed(lane));
    json.close().put("rejected", rejected).open("kept").put("rows", rows).put("bytes", bytes);
    json.put("limitBytes", kept.maxBytes()).put("limitDays", kept.days());
    if (!oldest.isEmpty()) json.put("oldest", oldest);
    json.close()
        .open("journal")
        .put("state", journal.state())
        .put("bytes", journal.bytes())
        .put("limitBytes", journal.maxBytes())
        .put("damaged", journal.damaged())
        .put("unconfirmed", unconfirmed.count())
        .close();
    json.open("alarmLoad")
        .put("per10Min", incidents.openedAfter(now.minus(ALARM_LOAD)))
        .close();
    troubles.write(json);
    return json.close().toString();
  }
}

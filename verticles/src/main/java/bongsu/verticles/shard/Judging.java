package bongsu.verticles.shard;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.judge.ShardJudge;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWork;
import bongsu.rules.owner.ShardWrites;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges committed events in the order of their numbers. After a crash the next owner judges again
 * from the last checkpoint: the same events give the same judgements under the same keys.
 */
final class Judging {
  private static final Logger LOG = LoggerFactory.getLogger(Judging.class);
  private static final int REPLAYED_AT_ONCE = 2_000;
  private static final int MOST_IN_GROUP = 500;

  private final ShardWork work;
  private final JudgementTable table;
  private final EventTable events;
  private final GroupCommit<ShardEntry> commit;

  /**
   * @param onWritten after judgements were committed
   * @param onFailure when they could not be: this judging is over
   */
  Judging(
      ShardJudge judge,
      JudgementTable table,
      EventTable events,
      GroupCommit.Later later,
      Runnable onWritten,
      Consumer<Throwable> onFailure) {
    this.table = table;
    this.events = events;
    this.commit = new GroupCommit<>(
        MOST_IN_GROUP, Pace.none(), later, group -> write(group, onWritten), onFailure);
    this.work = new ShardWork(judge, commit::add);
  }

  private Future<Void> write(List<ShardEntry> group, Runnable onWritten) {
    ShardWrites writes = ShardWrites.of(group);
    return table.write(writes).onSuccess(done -> {
      if (!writes.judged().isEmpty()) onWritten.run();
    });
  }

  /** Goes back to the checkpoint and judges what was committed since. */
  Future<Void> resume() {
    return table.load().compose(start -> {
      resume(start);
      return replay();
    });
  }

  /** A memory that cannot be read must not end judging for ever: it begins anew. */
  private void resume(ShardWork.Start start) {
    try {
      work.resume(start);
    } catch (RuntimeException e) {
      LOG.error("the rules' memory cannot be read, they begin anew: {}", start.state(), e);
    }
  }

  private Future<Void> replay() {
    return events.since(work.judgedSeq(), REPLAYED_AT_ONCE).compose(rows -> {
      for (Row row : rows) on(row.getLong("seq"), EventDecoder.decodeOwn(row.getString("body")));
      commit.go();
      return more(rows);
    });
  }

  private Future<Void> more(RowSet<Row> rows) {
    return rows.size() < REPLAYED_AT_ONCE ? Future.succeededFuture() : replay();
  }

  /** Judges one committed event; {@link #flush} writes what came of it. */
  void on(long seq, CityEvent event) {
    work.on(seq, event);
  }

  /** Goes on with a judge that sees other assets or rules, and remembers what this one did. */
  void goOnWith(ShardJudge other) {
    work.goOnWith(other);
  }

  void flush() {
    commit.go();
  }

  /** Keeps the state reached, behind all judgements that led to it. */
  void checkpoint() {
    if (work.checkpoint()) commit.go();
  }

  /** The number of the last judged event. */
  long judgedSeq() {
    return work.judgedSeq();
  }
}

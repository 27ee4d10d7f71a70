package bongsu.verticles.shard;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.ShardJudge;
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

  private ShardJudge judge;
  private final JudgementTable table;
  private final EventTable events;
  private final GroupCommit<JudgementTable.Entry> commit;
  private long judgedSeq;
  private long lastSeq;
  private long keptSeq;

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
    this.judge = judge;
    this.table = table;
    this.events = events;
    this.commit = new GroupCommit<>(
        MOST_IN_GROUP, Pace.none(), later, group -> write(group, onWritten), onFailure);
  }

  private Future<Void> write(List<JudgementTable.Entry> group, Runnable onWritten) {
    boolean judged = group.stream().anyMatch(JudgementTable.Judged.class::isInstance);
    return table.write(group).onSuccess(done -> {
      if (judged) onWritten.run();
    });
  }

  /** Goes back to the checkpoint and judges what was committed since. */
  Future<Void> resume() {
    return table.load().compose(start -> {
      if (!start.state().isEmpty()) restore(start.state());
      judgedSeq = start.judgedSeq();
      keptSeq = judgedSeq;
      lastSeq = start.lastSeq();
      return replay();
    });
  }

  /** A memory that cannot be read must not end judging for ever: it begins anew. */
  private void restore(String state) {
    try {
      judge.restore(state);
    } catch (RuntimeException e) {
      LOG.error("the rules' memory cannot be read, they begin anew: {}", state, e);
    }
  }

  private Future<Void> replay() {
    return events.since(judgedSeq, REPLAYED_AT_ONCE).compose(rows -> {
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
    judgedSeq = seq;
    try {
      for (Judgement judgement : judge.on(event))
        commit.add(new JudgementTable.Judged(++lastSeq, judgement));
    } catch (RuntimeException e) {
      // Left out, rather than stop all others of its shard.
      commit.add(new JudgementTable.LeftOut(seq, event.origin().source(), e));
    }
  }

  /** Goes on with a judge that sees other assets or rules, and remembers what this one did. */
  void goOnWith(ShardJudge other) {
    other.restore(judge.checkpoint());
    judge = other;
  }

  void flush() {
    commit.go();
  }

  /** Keeps the state reached, behind all judgements that led to it. */
  void checkpoint() {
    if (judgedSeq == keptSeq) return;
    keptSeq = judgedSeq;
    commit.add(new JudgementTable.Checkpoint(judgedSeq, lastSeq, judge.checkpoint()));
    commit.go();
  }

  /** The number of the last judged event. */
  long judgedSeq() {
    return judgedSeq;
  }
}

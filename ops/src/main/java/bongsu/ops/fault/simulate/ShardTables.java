package bongsu.ops.fault.simulate;

import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.RowKey;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWork;
import bongsu.verticles.shard.Parcel;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;

/** One shard's rows of {@code event}, {@code call_event}, {@code judgement}, {@code shard_checkpoint}. */
final class ShardTables {
  static final Comparator<CityItem> ORDER = Comparator.comparing(CityItem::at)
      .thenComparing(item -> item.key().stream())
      .thenComparing(item -> item.key().shard())
      .thenComparing(item -> item.key().seq());

  final TreeMap<Long, String> events = new TreeMap<>();
  final TreeMap<Long, CityItem> calls = new TreeMap<>();
  final TreeMap<Long, CityItem> judgements = new TreeMap<>();
  ShardEntry.Checkpoint checkpoint = new ShardEntry.Checkpoint(0, 0, "");

  void addCall(int shard, long seq, Parcel parcel, boolean conflict, Instant at) {
    RowKey key = new RowKey(RowKey.CALL, shard, seq);
    calls.put(seq, new CityItem(key, parcel.body(), conflict, parcel.receiptsAreIncidents(), at));
  }

  void addJudgement(int shard, long seq, String body, Instant at) {
    RowKey key = new RowKey(RowKey.JUDGEMENT, shard, seq);
    judgements.put(seq, new CityItem(key, body, false, false, at));
  }

  ShardWork.Start start() {
    long last = Math.max(last(judgements), checkpoint.lastSeq());
    return new ShardWork.Start(last, checkpoint.judgedSeq(), checkpoint.state());
  }

  static long last(TreeMap<Long, ?> rows) {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }
}

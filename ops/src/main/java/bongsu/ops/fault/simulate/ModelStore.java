package bongsu.ops.fault.simulate;

import bongsu.rules.judge.JudgementJson;
import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.CityTurn;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.Cursors;
import bongsu.rules.owner.NumberedInput;
import bongsu.rules.owner.ShardEntry;
import bongsu.rules.owner.ShardWork;
import bongsu.verticles.shard.LeaseLostException;
import bongsu.verticles.shard.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tables of the stream with their keys and epochs, as PostgreSQL keeps them: each call is one
 * statement that happens whole or not at all.
 */
final class ModelStore {
  private static final int CITY = -1;
  private static final int READ_AT_ONCE = 500;

  private final Set<Planted> planted;
  private final Witness witness;
  private final Map<Integer, Long> epochs = new HashMap<>();
  private final List<ShardTables> shards = new ArrayList<>();
  private final UniqueKeys keys = new UniqueKeys();
  private final FusionTables fusion;

  ModelStore(int shardCount, Set<Planted> planted, Witness witness) {
    this.planted = planted;
    this.witness = witness;
    for (int i = 0; i < shardCount; i++) shards.add(new ShardTables());
    fusion = new FusionTables(shardCount);
  }

  /** A new owner's epoch; from now on every other owner's writes are refused. */
  long take(int shard) {
    return epochs.merge(shard, 1L, Long::sum);
  }

  private void hold(int shard, long epoch) {
    boolean held = epochs.getOrDefault(shard, 0L) == epoch;
    if (!held && !planted.contains(Planted.NO_EPOCH_CHECK)) throw new LeaseLostException();
  }

  /** @return the numbers that were new */
  Set<Long> insertEvents(int shard, long epoch, List<Parcel> group, long first) {
    hold(shard, epoch);
    Set<Long> added = new HashSet<>();
    for (int i = 0; i < group.size(); i++) {
      Parcel parcel = group.get(i);
      if (!keys.addEvent(parcel)) continue;
      shards.get(shard).events.put(first + i, parcel.body());
      added.add(first + i);
      witness.onEvent(shard, first + i, parcel);
    }
    return added;
  }

  /** @return the numbers that were new; other content under a known id is new, and a conflict */
  Set<Long> insertCalls(int shard, long epoch, List<Parcel> group, long first, Instant at) {
    hold(shard, epoch);
    Set<Long> added = new HashSet<>();
    for (int i = 0; i < group.size(); i++) {
      Parcel parcel = group.get(i);
      int content = keys.addCall(parcel);
      if (content == 0) continue;
      long seq = first + i;
      shards.get(shard).addCall(shard, seq, parcel, content > 1, at);
      added.add(seq);
      witness.onCall(shard, seq, parcel, content > 1);
    }
    return added;
  }

  boolean holds(Parcel parcel) {
    return keys.holds(parcel);
  }

  void insertJudged(int shard, long epoch, List<ShardEntry.Judged> judged, Instant at) {
    hold(shard, epoch);
    for (ShardEntry.Judged entry : judged) {
      boolean isNew = keys.addJudgement(entry.judgement().key());
      if (!isNew && !planted.contains(Planted.KEYS_NOT_UNIQUE)) continue;
      String body = JudgementJson.encode(entry.judgement());
      shards.get(shard).addJudgement(shard, entry.seq(), body, at);
      witness.onJudged(shard, entry.seq(), entry.judgement().key(), body);
    }
  }

  void keep(int shard, long epoch, ShardEntry.Checkpoint checkpoint) {
    hold(shard, epoch);
    shards.get(shard).checkpoint = checkpoint;
    witness.onCheckpoint(shard, checkpoint);
  }

  ShardWork.Start shardStart(int shard) {
    return shards.get(shard).start();
  }

  /** The bodies of committed events after a number, by their numbers. */
  TreeMap<Long, String> eventsSince(int shard, long seq, int most) {
    TreeMap<Long, String> rows = new TreeMap<>();
    for (var row : shards.get(shard).events.tailMap(seq, false).entrySet()) {
      if (rows.size() == most) break;
      rows.put(row.getKey(), row.getValue());
    }
    return rows;
  }

  long lastEvent(int shard) {
    return ShardTables.last(shards.get(shard).events);
  }

  long lastCall(int shard) {
    return ShardTables.last(shards.get(shard).calls);
  }

  /** What waits for fusion, oldest first. */
  List<CityItem> next(Cursors cursors) {
    List<CityItem> items = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      after(shards.get(i).calls, cursors.calls()[i]).forEach(items::add);
      after(shards.get(i).judgements, cursors.judgements()[i]).forEach(items::add);
    }
    items.sort(ShardTables.ORDER);
    return items;
  }

  private static Stream<CityItem> after(TreeMap<Long, CityItem> rows, long seq) {
    return rows.tailMap(seq, false).values().stream().limit(READ_AT_ONCE);
  }

  /** One commit of fusion: inputs, changes, cursors and the city rules' memory. */
  void commit(long epoch, CityTurn turn, Cursors cursors, String state, List<CityItem> read) {
    hold(CITY, epoch);
    List<NumberedInput> inputs = List.copyOf(turn.inputs());
    inputs.forEach(fusion::add);
    turn.changes().forEach(fusion::add);
    turn.touched().forEach(fusion::line);
    fusion.keep(cursors, state);
    witness.onFusion(inputs, turn.changes(), read, state);
  }

  /** Only for {@link Planted#CURSOR_BEFORE_COMMIT}. */
  void keepCursors(long epoch, Cursors cursors) {
    hold(CITY, epoch);
    fusion.keep(cursors, fusion.state);
  }

  CityWork.Start cityStart() {
    return fusion.start();
  }

  FusionTables fusion() {
    return fusion;
  }
}

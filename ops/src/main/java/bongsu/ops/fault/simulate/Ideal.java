package bongsu.ops.fault.simulate;

import bongsu.core.event.CityEvent;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.JudgementJson;
import bongsu.rules.judge.ShardJudge;
import bongsu.verticles.shard.Parcel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The city in which nothing fails: each event arrives at once, in each thing's order, and is judged. */
final class Ideal {
  private final World world;
  private final Map<Integer, ShardJudge> judges = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, String> judgements = new HashMap<>();

  Ideal(World world) {
    this.world = world;
  }

  void on(Parcel parcel) {
    CityEvent event = parcel.event();
    if (parcel.urgent() || !known.add(parcel.body())) return;
    ShardJudge judge = judges.computeIfAbsent(
        world.shardOf(event.subject()), shard -> world.city().newShardJudge());
    for (Judgement judgement : judge.on(event))
      judgements.put(judgement.key(), JudgementJson.encode(judgement));
  }

  /** What judging must have come to, by key. */
  Map<String, String> judgements() {
    return judgements;
  }
}

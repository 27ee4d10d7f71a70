package bongsu.ops.fault.simulate;

import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Who owns what: replaces owners that are over, crashed or frozen, each under a higher epoch. */
final class Cluster {
  static final int CITY = -1;
  private static final long LEASE_MS = 3_000;

  private final World world;
  private final Chance chance;
  private final Map<Integer, Owner> owners = new HashMap<>();
  private long crashes;
  private long takeovers;

  Cluster(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  void start(int shards) {
    for (int shard = CITY; shard < shards; shard++) take(shard);
    takeovers = 0;
  }

  private void take(int shard) {
    if (world.network().storeIsAway()) {
      world.scheduler().in(500, () -> take(shard));
      return;
    }
    long epoch = world.store().take(shard);
    Owner owner =
        shard == CITY ? new FusionOwner(world, epoch, skew()) : new ShardOwner(world, shard, epoch);
    owners.put(shard, owner);
    takeovers++;
    owner.act(owner::start);
  }

  /** Mostly a good clock; now and then one that is seconds or half an hour off. */
  private Duration skew() {
    if (chance.percent(70)) return Duration.ZERO;
    return chance.percent(80)
        ? Duration.ofMillis(chance.between(-5_000, 5_000))
        : Duration.ofSeconds(chance.between(-1_800, 1_800));
  }

  void onOver(Owner owner) {
    if (!owners.remove(owner.shard, owner)) return;
    world.scheduler().in(chance.between(100, 1_000), () -> take(owner.shard));
  }

  /** Kills the owner; its lease is taken when it has missed its beats. */
  void crash(int shard) {
    Owner owner = owners.remove(shard);
    if (owner == null) return;
    owner.crash();
    crashes++;
    world.scheduler().in(chance.between(1_000, LEASE_MS), () -> take(shard));
  }

  /** The owner stands still; if for too long another is put in its place, and it wakes as a zombie. */
  void freeze(int shard, long ms) {
    Owner owner = owners.get(shard);
    if (owner == null) return;
    owner.freeze(ms);
    if (ms <= LEASE_MS) return;
    world.scheduler().in(LEASE_MS, () -> {
      if (owners.remove(shard, owner)) take(shard);
    });
  }

  /** As when assets change: all go on with new judges that remember what the old ones did. */
  void renewJudges() {
    owners.values().forEach(owner -> owner.act(owner::renewJudge));
  }

  boolean isOwner(Owner owner) {
    return owners.get(owner.shard) == owner;
  }

  /** Owners that were killed. */
  long crashes() {
    return crashes;
  }

  /** Owners after the first ones. */
  long takeovers() {
    return takeovers;
  }

  void deliver(int shard, Delivered delivered) {
    if (owners.get(shard) instanceof ShardOwner owner) owner.act(() -> owner.on(delivered));
  }

  void command(FusionInput command, Consumer<Outcome> answer) {
    if (owners.get(CITY) instanceof FusionOwner owner) owner.act(() -> owner.on(command, answer));
  }

  void hintCity() {
    world.network().hint(() -> {
      if (owners.get(CITY) instanceof FusionOwner owner) owner.act(owner::go);
    });
  }

  /** Something new is committed, which the next poll will find. */
  void pollCity() {
    if (owners.get(CITY) instanceof FusionOwner owner) owner.act(owner::pollSoon);
  }
}

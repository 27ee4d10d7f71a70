package bongsu.ops.fault.simulate;

/**
 * What befalls the cluster: crashes of one or several, frozen owners, a store that is away, judges
 * that are renewed; half of it at any time, half while an event is on its way.
 */
final class Troubles {
  private static final long MEAN_MS = 720_000;
  private static final double MET_PERCENT = 4;
  private static final long MET_MS = 60;

  private final World world;
  private final Chance chance;
  private final int shards;
  private boolean over;

  Troubles(World world, Chance chance, int shards) {
    this.world = world;
    this.chance = chance;
    this.shards = shards;
  }

  void start() {
    world.scheduler().in(chance.between(1_000, 2 * MEAN_MS), () -> {
      if (over) return;
      strike();
      start();
    });
  }

  /** An event is sent: it and what follows from it may meet with trouble. */
  void onEvent() {
    if (chance.percent(MET_PERCENT))
      world.scheduler().in(chance.between(0, MET_MS), () -> {
        if (!over) strike();
      });
  }

  void end() {
    over = true;
  }

  private void strike() {
    int die = (int) chance.between(0, 100);
    if (die < 35) world.cluster().crash(any());
    else if (die < 50) crashNode();
    else if (die < 80) world.cluster().freeze(any(), chance.between(500, 40_000));
    else if (die < 90) world.network().cutStore(chance.between(1_000, 30_000));
    else world.cluster().renewJudges();
  }

  private int any() {
    return (int) chance.between(Cluster.CITY, shards);
  }

  /** A process holds several leases. */
  private void crashNode() {
    for (int shard = Cluster.CITY; shard < shards; shard++)
      if (chance.percent(50)) world.cluster().crash(shard);
  }
}

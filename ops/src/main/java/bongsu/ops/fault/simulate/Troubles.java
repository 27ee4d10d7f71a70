package bongsu.ops.fault.simulate;

/** What befalls the cluster: crashes of one or several, frozen owners, a store that is away. */
final class Troubles {
  private static final long MEAN_MS = 240_000;

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
    world.scheduler().in(chance.between(1_000, 2 * MEAN_MS), this::strike);
  }

  void end() {
    over = true;
  }

  private void strike() {
    if (over) return;
    int die = (int) chance.between(0, 100);
    if (die < 40) world.cluster().crash(any());
    else if (die < 55) crashNode();
    else if (die < 90) world.cluster().freeze(any(), chance.between(500, 40_000));
    else world.network().cutStore(chance.between(1_000, 30_000));
    start();
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

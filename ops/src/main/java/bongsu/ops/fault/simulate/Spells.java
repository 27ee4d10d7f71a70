package bongsu.ops.fault.simulate;

import java.util.List;

/** Now and then some things report every few seconds, several at once, as in a storm. */
final class Spells {
  private static final long MEAN_MS = 100 * 60_000;
  private static final long BEAT_MS = 10_000;
  private static final double TAKES_PART_PERCENT = 18;

  private final Feeds feeds;
  private final World world;
  private final Chance chance;
  private final List<Devices.Device> devices;

  Spells(Feeds feeds, World world, List<Devices.Device> devices) {
    this.feeds = feeds;
    this.world = world;
    this.chance = feeds.chance("spells");
    this.devices = devices;
  }

  void start() {
    world.scheduler().in(chance.between(1_000, 2 * MEAN_MS), () -> {
      if (feeds.isOver()) return;
      begin();
      start();
    });
  }

  private void begin() {
    long paceMs = BEAT_MS * chance.between(1, 20);
    long nowMs = world.scheduler().nowMs();
    for (Devices.Device device : devices)
      if (chance.percent(TAKES_PART_PERCENT))
        report(device, nowMs - nowMs % BEAT_MS, paceMs, chance.between(6, 18));
  }

  private void report(Devices.Device device, long atMs, long paceMs, long left) {
    world.scheduler().at(atMs, () -> {
      if (feeds.isOver()) return;
      feeds.report(device);
      if (left > 1) report(device, atMs + paceMs, paceMs, left - 1);
    });
  }
}

package bongsu.ops.fault.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One simulated city: all its parts, and how they are joined. */
final class World {
  private static final long HOUR_MS = 3_600_000;
  private static final long SETTLE_MS = 600_000;
  private static final long WATCH_MS = 60_000;

  private final Run run;
  private final Scheduler scheduler = new Scheduler();
  private final TinyCity city = new TinyCity();
  private final Network network;
  private final Witness witness;
  private final ModelStore store;
  private final Cluster cluster;
  private final Feeds feeds;
  private final Operators operators;
  private final Troubles troubles;

  World(Run run) {
    this.run = run;
    this.network = new Network(scheduler, chance("network"));
    this.witness = new Witness(city, run.shards(), scheduler);
    this.store = new ModelStore(run.shards(), run.planted(), witness);
    this.cluster = new Cluster(this, chance("cluster"));
    this.feeds = new Feeds(this);
    this.operators = new Operators(this, chance("operators"));
    this.troubles = new Troubles(this, chance("troubles"), run.shards());
  }

  /** Lives through the hours, heals, waits until all is quiet, and looks whether all is there. */
  Tally live() {
    cluster.start(run.shards());
    witness.onRow(cluster::pollCity);
    feeds.start();
    operators.start();
    troubles.start();
    watch();
    long endMs = Math.round(run.hours() * HOUR_MS);
    scheduler.runUntil(endMs);
    feeds.end();
    operators.end();
    troubles.end();
    network.heal();
    scheduler.runUntil(endMs + SETTLE_MS);
    new LastLook(this, witness, feeds, operators).check();
    return new Tally(
        run.hours(),
        feeds.sent(),
        cluster.crashes(),
        cluster.takeovers(),
        network.lost(),
        network.overtaken());
  }

  private void watch() {
    witness.watch();
    scheduler.in(WATCH_MS, this::watch);
  }

  Chance chance(String part) {
    return new Chance(run.seed(), part);
  }

  /** Real time and city time, by the store's clock; with parts of milliseconds, as clocks have. */
  Instant now() {
    long ms = scheduler.nowMs();
    return TinyCity.START.plus(Duration.ofMillis(ms)).plusNanos(ms * 7_919 % 1_000 * 1_000);
  }

  long nowNs() {
    return scheduler.nowMs() * 1_000_000;
  }

  int shardOf(String subject) {
    return Math.floorMod(subject.hashCode() * 31, run.shards());
  }

  Scheduler scheduler() {
    return scheduler;
  }

  TinyCity city() {
    return city;
  }

  Network network() {
    return network;
  }

  Witness witness() {
    return witness;
  }

  ModelStore store() {
    return store;
  }

  Cluster cluster() {
    return cluster;
  }

  Troubles troubles() {
    return troubles;
  }

  Set<Planted> planted() {
    return run.planted();
  }
}

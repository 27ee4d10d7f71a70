package bongsu.verticles.feed;

import bongsu.verticles.access.Rejections;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.shard.ShardDoors;
import io.vertx.core.Vertx;

/** What every door of a node shares. */
public record Feeds(
    Owners owners, ShardDoors shards, Rejections rejections, CityClock clock, NodeStats stats) {
  /** A door for the event loop that calls. */
  public Door door(Vertx vertx) {
    return new Door(new Intake(vertx, owners, shards, stats), rejections, clock);
  }
}

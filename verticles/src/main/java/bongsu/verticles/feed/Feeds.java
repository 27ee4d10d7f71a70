package bongsu.verticles.feed;

import bongsu.verticles.access.Rejections;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.store.TelemetryRoom;
import io.vertx.core.Vertx;

/**
 * What every door of a node shares.
 *
 * @param room whether the disk takes more telemetry
 * @param events what the node may hold of events in flight
 * @param bodies what it may hold of HTTP requests that are read or wait for their answer
 * @param journal where events go while the store is away
 */
public record Feeds(
    Owners owners,
    ShardDoors shards,
    Rejections rejections,
    CityClock clock,
    NodeStats stats,
    TelemetryRoom room,
    Budget events,
    Budget bodies,
    Connections connections,
    Journal journal) {
  /** A door for the event loop that calls. */
  public Door door(Vertx vertx) {
    return new Door(
        new Intake(vertx, owners, shards, stats, room, events, journal), rejections, clock);
  }
}

package bongsu.verticles.journal;

import bongsu.verticles.access.Rejections;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.store.Reachability;
import io.vertx.sqlclient.Pool;

/**
 * What draining a journal needs of its node.
 *
 * @param queries to the store, for what screens are told
 */
public record DrainSetting(
    Reachability store, Owners owners, ShardDoors doors, Rejections rejections, Pool queries) {}

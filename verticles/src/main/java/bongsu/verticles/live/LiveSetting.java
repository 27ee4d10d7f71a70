package bongsu.verticles.live;

import bongsu.core.geo.Position;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.feed.NodeStats;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.store.Kept;
import bongsu.verticles.store.Reachability;
import bongsu.verticles.store.Store;
import bongsu.verticles.store.Troubles;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the live picture shares with the rest of its node.
 *
 * @param troubles kept up to date by the picture
 * @param placeOf the position of an asset, for things that do not say where they are
 * @param node its name, told to screens
 */
public record LiveSetting(
    Store store,
    CityClock clock,
    Owners owners,
    NodeStats stats,
    Kept kept,
    Reachability reachability,
    Journal journal,
    Troubles troubles,
    Function<String, Optional<Position>> placeOf,
    String node) {}

/**
 * What a node keeps of its own while the store is away: acknowledged events in checksummed,
 * encrypted segments on disk, handed to the owners of their shards afterwards.
 */
@NullMarked
package bongsu.verticles.journal;

import org.jspecify.annotations.NullMarked;

/**
 * A city of feeds, shards and one fusion under a seeded scheduler with virtual time: what owners do
 * (bongsu.rules.owner) runs for real, the store, the bus and all that fails are models.
 */
@NullMarked
package bongsu.ops.fault.simulate;

import org.jspecify.annotations.NullMarked;

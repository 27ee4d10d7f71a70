/**
 * The fault bench: a city of its own under load, faults by a seeded schedule, and the checker that
 * merges what the load clients noted with what the city kept.
 */
@NullMarked
package bongsu.ops.fault;

import org.jspecify.annotations.NullMarked;

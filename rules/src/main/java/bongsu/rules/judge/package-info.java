/**
 * Judgement: rules read from files, and the two judges that apply them, one in each shard and one
 * for the city. Pure and deterministic: event time only, no clock, no I/O.
 */
@NullMarked
package bongsu.rules.judge;

import org.jspecify.annotations.NullMarked;

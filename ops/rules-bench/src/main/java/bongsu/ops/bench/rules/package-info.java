/** The zone index beside what a city would otherwise use, and the whole judge on one core. */
@NullMarked
package bongsu.ops.bench.rules;

import org.jspecify.annotations.NullMarked;

/** What happens in a simulated city: pure, seeded, without a wall clock or I/O. One thread. */
@NullMarked
package bongsu.ops.sim.model;

import org.jspecify.annotations.NullMarked;

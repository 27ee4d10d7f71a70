/** Stories that happen on top of an ordinary day. */
@NullMarked
package bongsu.ops.sim.scenario;

import org.jspecify.annotations.NullMarked;

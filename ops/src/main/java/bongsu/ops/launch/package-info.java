/** Starts, watches and stops a whole city on one machine: store, nodes, simulator. */
@NullMarked
package bongsu.ops.launch;

import org.jspecify.annotations.NullMarked;

/** A node: the list that wires it, and what it needs to start. */
@NullMarked
package bongsu.ops.serve;

import org.jspecify.annotations.NullMarked;

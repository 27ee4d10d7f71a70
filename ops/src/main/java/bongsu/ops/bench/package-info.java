/** Load from outside, in a process of its own, and what it measured. */
@NullMarked
package bongsu.ops.bench;

import org.jspecify.annotations.NullMarked;

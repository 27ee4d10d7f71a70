/** Tries what must never happen. */
@NullMarked
package bongsu.ops.fault;

import org.jspecify.annotations.NullMarked;

/** Recorded feeds of other cities, sent as they happened through the public interface. */
@NullMarked
package bongsu.ops.replay;

import org.jspecify.annotations.NullMarked;

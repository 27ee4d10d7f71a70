/** What a new city is given once: its administrator, the demo city's assets, the simulator's tokens. */
@NullMarked
package bongsu.ops.first;

import org.jspecify.annotations.NullMarked;

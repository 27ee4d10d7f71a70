/** The running platform: one program, many commands. */
@NullMarked
package bongsu.ops;

import org.jspecify.annotations.NullMarked;

/** What {@code ./ops/bongsu} understands. */
@NullMarked
package bongsu.ops.command;

import org.jspecify.annotations.NullMarked;

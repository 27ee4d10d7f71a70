/** Fusion: calls, alarms and commands become incidents. Pure and deterministic. */
@NullMarked
package bongsu.rules.fuse;

import org.jspecify.annotations.NullMarked;

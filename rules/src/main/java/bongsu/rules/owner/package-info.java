/** What owners do with what is committed, step by step: no store, no bus, no clock of their own. */
@NullMarked
package bongsu.rules.owner;

import org.jspecify.annotations.NullMarked;

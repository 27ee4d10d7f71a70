/**
 * The simulator: a city's day, sent through the same doors as real feeds. {@code model} invents what
 * happens (pure and repeatable), {@code scenario} adds a chosen story, this package sends it.
 */
@NullMarked
package bongsu.ops.sim;

import org.jspecify.annotations.NullMarked;

/** What commands share that speak to a running city: over its public interface, or to its store. */
@NullMarked
package bongsu.ops.client;

import org.jspecify.annotations.NullMarked;

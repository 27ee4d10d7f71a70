/** Who owns what: leases with epochs, and the routes to their owners. */
@NullMarked
package bongsu.verticles.cluster;

import org.jspecify.annotations.NullMarked;

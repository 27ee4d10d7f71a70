/** The connections to PostgreSQL, the only truth. */
@NullMarked
package bongsu.verticles.store;

import org.jspecify.annotations.NullMarked;

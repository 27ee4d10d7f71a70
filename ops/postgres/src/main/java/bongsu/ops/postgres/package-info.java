/** The store's server: embedded PostgreSQL, its roles, its safety settings and its schema. */
@NullMarked
package bongsu.ops.postgres;

import org.jspecify.annotations.NullMarked;

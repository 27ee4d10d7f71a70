/** The asset register: kept with its history in the store, held whole in memory on each node. */
@NullMarked
package bongsu.verticles.asset;

import org.jspecify.annotations.NullMarked;

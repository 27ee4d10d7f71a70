/** City time. */
@NullMarked
package bongsu.verticles.clock;

import org.jspecify.annotations.NullMarked;

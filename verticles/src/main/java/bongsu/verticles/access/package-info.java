/** Who is asking, what they may do, and what is written down about it. */
@NullMarked
package bongsu.verticles.access;

import org.jspecify.annotations.NullMarked;

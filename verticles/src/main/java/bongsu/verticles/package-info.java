/** Motion, thin: verticles that move what core names and rules decide. */
@NullMarked
package bongsu.verticles;

import org.jspecify.annotations.NullMarked;

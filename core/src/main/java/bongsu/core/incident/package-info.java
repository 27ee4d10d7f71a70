@NullMarked
package bongsu.core.incident;

import org.jspecify.annotations.NullMarked;

@NullMarked
package bongsu.core.geo;

import org.jspecify.annotations.NullMarked;

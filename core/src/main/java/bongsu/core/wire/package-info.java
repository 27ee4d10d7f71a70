@NullMarked
package bongsu.core.wire;

import org.jspecify.annotations.NullMarked;

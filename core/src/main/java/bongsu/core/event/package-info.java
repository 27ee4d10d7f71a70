@NullMarked
package bongsu.core.event;

import org.jspecify.annotations.NullMarked;

@NullMarked
package bongsu.core.alarm;

import org.jspecify.annotations.NullMarked;

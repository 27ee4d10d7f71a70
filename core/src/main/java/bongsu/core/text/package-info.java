@NullMarked
package bongsu.core.text;

import org.jspecify.annotations.NullMarked;

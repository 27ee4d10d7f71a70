/** One writer for the city: reads calls and judgements, changes incidents, takes commands. */
@NullMarked
package bongsu.verticles.fuse;

import org.jspecify.annotations.NullMarked;

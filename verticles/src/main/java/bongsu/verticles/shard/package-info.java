/** One writer for each shard: commits in groups, acknowledges, then judges. */
@NullMarked
package bongsu.verticles.shard;

import org.jspecify.annotations.NullMarked;

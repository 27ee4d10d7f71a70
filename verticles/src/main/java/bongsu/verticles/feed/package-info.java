/** The doors for feeds: MQTT and HTTP, and the way from there to the owner of a shard. */
@NullMarked
package bongsu.verticles.feed;

import org.jspecify.annotations.NullMarked;

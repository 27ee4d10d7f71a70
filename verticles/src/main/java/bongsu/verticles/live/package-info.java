/** What the screens see: the node's picture of the city, sent over WebSocket. */
@NullMarked
package bongsu.verticles.live;

import org.jspecify.annotations.NullMarked;
